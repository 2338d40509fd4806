// The pages that shoppers see in a browser, as Mustache templates. How to read this list: CResources.c.

RESOURCE("pages/layout.mustache")
#embed "pages/layout.mustache" limit(BYTES)
END

RESOURCE("pages/message.mustache")
#embed "pages/message.mustache" limit(BYTES)
END

RESOURCE("pages/receipt.mustache")
#embed "pages/receipt.mustache" limit(BYTES)
END
