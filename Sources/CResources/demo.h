// The demo shop, as `shopkeeper init` writes it out. How to read this list: CResources.c.

RESOURCE("demo/catalogue.csv")
#embed "demo/catalogue.csv" limit(BYTES)
END
RESOURCE("demo/pictures/areal.png")
#embed "demo/pictures/areal.png" limit(BYTES)
END
RESOURCE("demo/pictures/atol.png")
#embed "demo/pictures/atol.png" limit(BYTES)
END
RESOURCE("demo/pictures/balsa.png")
#embed "demo/pictures/balsa.png" limit(BYTES)
END
RESOURCE("demo/pictures/base-black.png")
#embed "demo/pictures/base-black.png" limit(BYTES)
END
RESOURCE("demo/pictures/base-red.png")
#embed "demo/pictures/base-red.png" limit(BYTES)
END
RESOURCE("demo/pictures/base-white.png")
#embed "demo/pictures/base-white.png" limit(BYTES)
END
RESOURCE("demo/pictures/boia-coral.png")
#embed "demo/pictures/boia-coral.png" limit(BYTES)
END
RESOURCE("demo/pictures/boia-navy.png")
#embed "demo/pictures/boia-navy.png" limit(BYTES)
END
RESOURCE("demo/pictures/brejo.png")
#embed "demo/pictures/brejo.png" limit(BYTES)
END
RESOURCE("demo/pictures/brisa.png")
#embed "demo/pictures/brisa.png" limit(BYTES)
END
RESOURCE("demo/pictures/buzio.png")
#embed "demo/pictures/buzio.png" limit(BYTES)
END
RESOURCE("demo/pictures/cabana.png")
#embed "demo/pictures/cabana.png" limit(BYTES)
END
RESOURCE("demo/pictures/cais.png")
#embed "demo/pictures/cais.png" limit(BYTES)
END
RESOURCE("demo/pictures/castelo.png")
#embed "demo/pictures/castelo.png" limit(BYTES)
END
RESOURCE("demo/pictures/chuva.png")
#embed "demo/pictures/chuva.png" limit(BYTES)
END
RESOURCE("demo/pictures/coco.png")
#embed "demo/pictures/coco.png" limit(BYTES)
END
RESOURCE("demo/pictures/concha.png")
#embed "demo/pictures/concha.png" limit(BYTES)
END
RESOURCE("demo/pictures/corda.png")
#embed "demo/pictures/corda.png" limit(BYTES)
END
RESOURCE("demo/pictures/cover.png")
#embed "demo/pictures/cover.png" limit(BYTES)
END
RESOURCE("demo/pictures/doca.png")
#embed "demo/pictures/doca.png" limit(BYTES)
END
RESOURCE("demo/pictures/duna-black.png")
#embed "demo/pictures/duna-black.png" limit(BYTES)
END
RESOURCE("demo/pictures/duna-sand.png")
#embed "demo/pictures/duna-sand.png" limit(BYTES)
END
RESOURCE("demo/pictures/espuma.png")
#embed "demo/pictures/espuma.png" limit(BYTES)
END
RESOURCE("demo/pictures/farol.png")
#embed "demo/pictures/farol.png" limit(BYTES)
END
RESOURCE("demo/pictures/feira.png")
#embed "demo/pictures/feira.png" limit(BYTES)
END
RESOURCE("demo/pictures/flor.png")
#embed "demo/pictures/flor.png" limit(BYTES)
END
RESOURCE("demo/pictures/gruta.png")
#embed "demo/pictures/gruta.png" limit(BYTES)
END
RESOURCE("demo/pictures/hora.png")
#embed "demo/pictures/hora.png" limit(BYTES)
END
RESOURCE("demo/pictures/ilha-black.png")
#embed "demo/pictures/ilha-black.png" limit(BYTES)
END
RESOURCE("demo/pictures/ilha-red.png")
#embed "demo/pictures/ilha-red.png" limit(BYTES)
END
RESOURCE("demo/pictures/inverno-charcoal.png")
#embed "demo/pictures/inverno-charcoal.png" limit(BYTES)
END
RESOURCE("demo/pictures/inverno-mustard.png")
#embed "demo/pictures/inverno-mustard.png" limit(BYTES)
END
RESOURCE("demo/pictures/juta-navy.png")
#embed "demo/pictures/juta-navy.png" limit(BYTES)
END
RESOURCE("demo/pictures/juta-red.png")
#embed "demo/pictures/juta-red.png" limit(BYTES)
END
RESOURCE("demo/pictures/leme-mint.png")
#embed "demo/pictures/leme-mint.png" limit(BYTES)
END
RESOURCE("demo/pictures/leme-pink.png")
#embed "demo/pictures/leme-pink.png" limit(BYTES)
END
RESOURCE("demo/pictures/listra.png")
#embed "demo/pictures/listra.png" limit(BYTES)
END
RESOURCE("demo/pictures/lua-coral.png")
#embed "demo/pictures/lua-coral.png" limit(BYTES)
END
RESOURCE("demo/pictures/lua-navy.png")
#embed "demo/pictures/lua-navy.png" limit(BYTES)
END
RESOURCE("demo/pictures/mangue.png")
#embed "demo/pictures/mangue.png" limit(BYTES)
END
RESOURCE("demo/pictures/manha-blue.png")
#embed "demo/pictures/manha-blue.png" limit(BYTES)
END
RESOURCE("demo/pictures/manha-red.png")
#embed "demo/pictures/manha-red.png" limit(BYTES)
END
RESOURCE("demo/pictures/mar.png")
#embed "demo/pictures/mar.png" limit(BYTES)
END
RESOURCE("demo/pictures/maresia.png")
#embed "demo/pictures/maresia.png" limit(BYTES)
END
RESOURCE("demo/pictures/marujo.png")
#embed "demo/pictures/marujo.png" limit(BYTES)
END
RESOURCE("demo/pictures/mirante-black.png")
#embed "demo/pictures/mirante-black.png" limit(BYTES)
END
RESOURCE("demo/pictures/mirante-tortoise.png")
#embed "demo/pictures/mirante-tortoise.png" limit(BYTES)
END
RESOURCE("demo/pictures/molhe.png")
#embed "demo/pictures/molhe.png" limit(BYTES)
END
RESOURCE("demo/pictures/neblina.png")
#embed "demo/pictures/neblina.png" limit(BYTES)
END
RESOURCE("demo/pictures/onda-black.png")
#embed "demo/pictures/onda-black.png" limit(BYTES)
END
RESOURCE("demo/pictures/onda-coral.png")
#embed "demo/pictures/onda-coral.png" limit(BYTES)
END
RESOURCE("demo/pictures/onda-turquoise.png")
#embed "demo/pictures/onda-turquoise.png" limit(BYTES)
END
RESOURCE("demo/pictures/palha.png")
#embed "demo/pictures/palha.png" limit(BYTES)
END
RESOURCE("demo/pictures/palma.png")
#embed "demo/pictures/palma.png" limit(BYTES)
END
RESOURCE("demo/pictures/passo.png")
#embed "demo/pictures/passo.png" limit(BYTES)
END
RESOURCE("demo/pictures/porto-khaki.png")
#embed "demo/pictures/porto-khaki.png" limit(BYTES)
END
RESOURCE("demo/pictures/porto-navy.png")
#embed "demo/pictures/porto-navy.png" limit(BYTES)
END
RESOURCE("demo/pictures/praia.png")
#embed "demo/pictures/praia.png" limit(BYTES)
END
RESOURCE("demo/pictures/remo.png")
#embed "demo/pictures/remo.png" limit(BYTES)
END
RESOURCE("demo/pictures/rio.png")
#embed "demo/pictures/rio.png" limit(BYTES)
END
RESOURCE("demo/pictures/sede.png")
#embed "demo/pictures/sede.png" limit(BYTES)
END
RESOURCE("demo/pictures/sesta.png")
#embed "demo/pictures/sesta.png" limit(BYTES)
END
RESOURCE("demo/pictures/sol.png")
#embed "demo/pictures/sol.png" limit(BYTES)
END
RESOURCE("demo/pictures/sombra.png")
#embed "demo/pictures/sombra.png" limit(BYTES)
END
RESOURCE("demo/pictures/surfe.png")
#embed "demo/pictures/surfe.png" limit(BYTES)
END
RESOURCE("demo/pictures/trapiche.png")
#embed "demo/pictures/trapiche.png" limit(BYTES)
END
RESOURCE("demo/pictures/tuba.png")
#embed "demo/pictures/tuba.png" limit(BYTES)
END
RESOURCE("demo/pictures/vento.png")
#embed "demo/pictures/vento.png" limit(BYTES)
END
RESOURCE("demo/posts.csv")
#embed "demo/posts.csv" limit(BYTES)
END
RESOURCE("demo/questions.yaml")
#embed "demo/questions.yaml" limit(BYTES)
END
RESOURCE("demo/shop.yaml")
#embed "demo/shop.yaml" limit(BYTES)
END

RESOURCE("demo/templates.yaml")
#embed "demo/templates.yaml" limit(BYTES)
END
