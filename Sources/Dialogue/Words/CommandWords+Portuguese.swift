/// What shoppers write in Portuguese to steer: folded phrases, each meant as the whole message.
extension CommandWords {
    static let portuguese: [Command: [String]] = [
        .menu: [
            "menu principal", "inicio", "comecar", "comecar de novo", "voltar ao menu", "ir para o menu", "opcoes",
            "ver menu", "ver o menu", "mostrar menu", "mostra o menu", "do comeco", "recomecar",
        ],
        .back: ["voltar", "volta", "volte", "anterior", "voltar atras", "um passo atras", "retornar"],
        .cancel: [
            "cancelar", "cancela", "cancele", "cancela isso", "deixa", "deixa pra la", "deixa para la", "esquece",
            "esqueca", "desisti", "desisto", "sair", "agora nao", "depois", "depois eu vejo", "nao quero mais",
            "mudei de ideia", "deixar pra la",
        ],
        .help: [
            "ajuda", "socorro", "me ajuda", "preciso de ajuda", "como funciona", "como funciona isso", "me ajude",
            "o que voce faz", "o que voce pode fazer", "o que da para fazer", "pode me ajudar", "me ajuda por favor",
            "comandos", "preciso de uma ajuda",
        ],
        .stop: [
            "parar", "pare", "para", "parem", "sair da lista", "descadastrar", "me descadastra", "nao quero ofertas",
            "nao quero receber ofertas", "nao quero mais receber ofertas", "parar ofertas", "pare de mandar mensagem",
            "pare de me mandar mensagens", "para de mandar mensagem", "nao me mande mais mensagens", "remover",
            "me tira da lista", "chega de ofertas", "cancelar inscricao", "nao quero propaganda",
        ],
        .resume: ["inscrever", "quero ofertas", "pode mandar ofertas", "voltar a receber", "me inscreve"],
        .greeting: [
            "oie", "oii", "oiii", "oi oi", "opa", "e ai", "eai", "eae", "salve", "alo", "ola bom dia", "oi bom dia",
            "ola boa tarde", "oi boa tarde", "ola boa noite", "oi boa noite", "bom dia tudo bem", "boa tarde tudo bem",
            "boa noite tudo bem", "tudo bom", "oi tudo bom", "ola tudo bom", "como vai", "como voce esta",
            "tem alguem ai",
            "alguem ai", "oi gente", "oi pessoal", "ola pessoal", "tudo certo", "oi moca", "oi moco", "bom diaa", "dia",
        ],
        .thanks: [
            "obg", "obgd", "obgda", "brigado", "brigada", "muito obrigado", "muito obrigada", "valeu", "vlw",
            "valeu mesmo",
            "ok obrigado", "ok obrigada", "ta bom obrigado", "ta bom obrigada", "perfeito obrigado",
            "perfeito obrigada",
            "otimo obrigado", "otimo obrigada", "agradeco", "grato", "grata", "so isso obrigado", "so isso obrigada",
            "era so isso", "era isso obrigado", "era isso obrigada", "tchau", "ate mais", "ate logo", "falou",
            "obrigado viu", "obrigada viu", "nao obrigado era so isso", "beijo", "bjs", "abraco",
        ],
        .agreement: [
            "sim por favor", "sim pode", "pode", "pode sim", "claro", "com certeza", "isso", "isso mesmo", "confirmo",
            "confirmar", "confirma", "pode confirmar", "confirmar pedido", "confirmo o pedido", "fechado", "fechou",
            "pode fechar", "bora", "vamos", "vamos la", "quero", "quero sim", "eu quero", "quero esse", "quero essa",
            "quero este", "quero esta", "vou levar", "vou querer", "levo", "levo esse", "levo essa", "comprar",
            "compro",
            "quero comprar", "pedir", "pode mandar", "manda", "manda ver", "isso ai", "exato", "sim quero", "aceito",
            "concordo", "ss", "sim sim", "uhum", "aham", "s", "fazer pedido", "fazer o pedido", "faz o pedido",
        ],
        .refusal: [
            "nao obrigado", "nao obrigada", "nao quero", "agora nao quero", "nem pensar", "negativo", "nn", "nada",
            "nao precisa", "melhor nao", "prefiro nao",
        ],
        .fine: [
            "ta", "ta bom", "ta bem", "ta certo", "ta ok", "tudo bem entao", "beleza", "blz", "certo", "entendi",
            "perfeito", "otimo", "legal", "show", "joia", "combinado", "maravilha", "bacana", "que bom", "top", "massa",
            "entendido", "ok entendi", "ah ta", "ah entendi", "gostei", "muito bom", "lindo", "linda", "pronto",
        ],
        .cart: [
            "carrinho", "meu carrinho", "sacola", "minha sacola", "ver carrinho", "ver o carrinho", "ver meu carrinho",
            "ver sacola", "mostrar carrinho", "mostra meu carrinho", "o carrinho", "seu carrinho", "cesta",
            "o que tem no carrinho", "o que tem no meu carrinho", "carrinho de compras", "mudar carrinho",
            "alterar carrinho",
        ],
        .checkOut: [
            "fechar pedido", "fechar o pedido", "fechar compra", "fechar a compra", "finalizar", "finalizar pedido",
            "finalizar compra", "finalizar a compra", "finalizar o pedido", "quero finalizar", "quero fechar",
            "quero fechar o pedido", "concluir", "concluir pedido", "concluir compra", "quero pagar", "pagar",
            "ir para o pagamento", "fecha pra mim", "pode finalizar", "encerrar pedido", "quero fazer o pedido",
        ],
        .collections: [
            "colecoes", "colecao", "catalogo", "categorias", "produtos", "loja", "ver produtos", "ver tudo",
            "mostrar tudo", "mostra tudo", "o que voces vendem", "o que vendem", "o que voces tem", "o que tem",
            "o que vcs tem", "o que vcs vendem", "todos os produtos", "continuar comprando", "continuar olhando",
            "quero ver os produtos", "ver catalogo", "ver o catalogo", "manda o catalogo", "me manda o catalogo",
            "ver mais produtos", "o que posso comprar", "quais produtos voces tem",
        ],
        .front: [
            "mostra a loja", "mostrar a loja", "ver a loja", "ver loja", "quero ver a loja", "a loja", "sobre a loja",
            "conhecer a loja", "me fala da loja", "me conta da loja",
        ],
        .noReminders: [
            "sem lembretes", "sem lembrete", "nao quero lembretes", "pare de lembrar", "pare de me lembrar",
            "nao me lembre", "nao precisa me lembrar", "desligar lembretes", "desliga os lembretes",
            "chega de lembretes",
        ],
        .reminders: [
            "lembretes", "ligar lembretes", "me lembre", "me lembra", "pode me lembrar", "quero lembretes",
            "lembretes por favor",
        ],
        .noNews: ["sem avisos", "nao quero avisos", "sem noticias", "nao quero noticias", "pare os avisos"],
        .orders: [
            "pedidos", "meus pedidos", "meu pedido", "status do pedido", "rastrear", "rastreio", "rastreamento",
            "acompanhar pedido", "acompanhar meu pedido", "cade", "cade meu pedido", "onde esta", "rastrear pedido",
            "rastrear meu pedido", "ver meus pedidos", "ver pedidos",
        ],
        .questions: [
            "duvidas", "duvida", "perguntas", "pergunta", "tenho uma duvida", "tenho uma pergunta", "tenho duvidas",
            "perguntas frequentes", "quero fazer uma pergunta", "queria tirar uma duvida", "tirar duvidas",
        ],
        .person: [
            "pessoa", "atendente", "humano", "vendedor", "vendedora", "alguem", "falar com uma pessoa",
            "falar com alguem", "falar com atendente", "falar com um atendente", "falar com uma atendente", "gerente",
            "atendimento", "suporte", "sac", "quero falar com alguem", "quero falar com uma pessoa",
            "quero falar com um atendente", "uma pessoa", "pessoa de verdade", "me liga", "falar com a loja",
            "atendimento humano",
        ],
        .assistant: [
            "assistente", "robo", "voltar ao assistente", "voltar para o assistente", "o assistente", "bot por favor",
        ],
        .identity: [
            "quem e voce", "quem esta falando", "voce e um robo", "voce e robo", "voce e humano", "voce e uma pessoa",
            "e um robo", "isso e um robo", "e robo", "estou falando com um robo", "estou falando com uma pessoa",
            "voce e real", "voce e uma ia", "quem fala", "com quem falo", "com quem eu falo", "e uma pessoa",
        ],
        .more: ["mais", "proximo", "proxima", "ver mais", "mostra mais", "mostrar mais", "tem mais", "proxima pagina"],
        .again: [
            "de novo", "repete", "repetir", "mostrar de novo", "mostra de novo", "outra vez", "ver a lista", "lista",
        ],
        .emptyCart: [
            "esvaziar carrinho", "esvaziar o carrinho", "esvazia o carrinho", "limpar carrinho", "limpar o carrinho",
            "limpa o carrinho", "tirar tudo", "tira tudo", "remover tudo", "apagar tudo", "esvaziar a sacola",
        ],
        .popular: [
            "mais vendidos", "os mais vendidos", "mais queridos", "novidades", "o que tem de novo", "lancamentos",
            "recomendacoes", "o que voce recomenda", "o que recomenda", "me recomenda algo", "sugestoes", "sugestao",
            "populares", "destaques", "o que esta saindo mais",
        ],
    ]
}
