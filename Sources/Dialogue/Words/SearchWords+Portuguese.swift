/// Words of Portuguese that say nothing about what is looked for, or much about what is meant; folded.
extension SearchWords {
    enum Portuguese {
        /// Small words of a sentence.
        static let filler: Set<String> = [
            "as", "os", "um", "uma", "uns", "umas", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas",
            "para",
            "pra", "pras", "pro", "pros", "por", "pelo", "pela", "com", "sem", "que", "qual", "quais", "quem", "como",
            "tem", "ter", "teria", "teriam", "tinha", "temos", "voce", "voces", "vcs", "eu", "meu", "minha", "meus",
            "minhas", "seu", "sua", "quero", "quer", "queria", "quereria", "gostaria", "adoraria", "posso", "pode",
            "podem", "poderia", "ver", "vejo", "veja", "mostra", "mostre", "mostrar", "manda", "mande", "mandar",
            "acha",
            "achar", "acho", "procuro", "procurando", "procura", "buscando", "busco", "alguma", "algum", "algumas",
            "alguns", "alguma", "coisa", "coisas", "algo", "esse", "essa", "este", "esta", "esses", "essas", "estes",
            "estas", "isso", "isto", "aquele", "aquela", "ele", "ela", "eles", "elas", "vende", "vendem", "existe",
            "ola",
            "bom", "boa", "dia", "tarde", "noite", "tudo", "bem", "favor", "obrigado", "obrigada", "gente", "moca",
            "moco",
            "aqui", "ainda", "tambem", "mais", "muito", "muita", "estou", "estava", "sou", "ser", "seria", "vou", "vai",
            "cor", "cores", "tamanho", "tamanhos", "numero", "par", "pares", "peca", "pecas", "outro", "outra",
            "outros",
            "outras", "todos", "todas", "todo", "toda", "quanto", "quanta", "preciso", "precisa", "comprar", "compro",
            "levar", "nova", "novo", "estoque", "disponivel", "disponiveis", "linda", "lindo", "bonito", "bonita",
            "legal",
            "nada", "the", "dar", "deu", "tipo", "sobre", "entre", "ate", "foi", "sao", "tava", "olhando", "olhar",
        ]

        /// Words of orders, money and accounts: never the misspelt name of an article.
        static let service: Set<String> = [
            "conta", "endereco", "atendente", "resposta", "responder", "ligar", "cancelar", "cancelado", "cartao",
            "carrinho", "trocar", "troca", "reclamar", "reclamacao", "contato", "custa", "custo", "cliente", "entregue",
            "entrega", "entregam", "entregar", "mudar", "alterar", "taxa", "frete", "gratis", "ajuda", "humano",
            "informacao", "nota", "fiscal", "problema", "login", "dinheiro", "pix", "boleto", "parcela", "parcelar",
            "pedido", "pedidos", "pagar", "pagamento", "pessoa", "telefone", "preco", "valor", "produto", "produtos",
            "compra", "compras", "duvida", "receber", "recebi", "reembolso", "devolver", "devolucao", "enviar", "envio",
            "enviam", "correio", "loja", "falar", "rastrear", "rastreio", "usar", "quando", "onde", "porque", "prazo",
            "horario", "abre", "fecha", "aceita", "aceitam", "senha", "cadastro", "cupom", "desconto", "pacote",
            "encomenda", "chegou", "chegar", "chega", "demora", "garantia", "defeito",
        ]

        /// Small words that carry nothing in a question either; words such as "quando" and "como" stay.
        static let questionFiller: Set<String> = [
            "as", "os", "um", "uma", "uns", "umas", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas",
            "para",
            "pra", "pro", "por", "com", "que", "voce", "voces", "vcs", "vc", "eu", "me", "meu", "minha", "seu", "sua",
            "quero", "queria", "gostaria", "posso", "pode", "poderia", "tem", "ter", "tenho", "esse", "essa", "este",
            "esta", "isso", "isto", "ele", "ela", "ola", "oi", "bom", "boa", "tarde", "noite", "favor", "obrigado",
            "obrigada", "gente", "moca", "moco", "vou", "vai", "ser", "foi", "sao", "aqui", "la", "ai", "tambem",
            "saber",
            "dizer", "diga", "fala", "fazer", "faz", "fazem", "da", "dar", "qual", "quais", "coisa", "coisas", "ja",
            "so",
            "se", "aos", "pelo", "pela", "algum", "alguma", "entao", "tudo", "bem", "preciso", "eh", "ne", "ta", "to",
        ]

        /// Words that mean the same in a shop: the first of a row stands for all, as the English word where there is one.
        static let synonyms: [[String]] = [
            ["delivery", "entrega", "entregar", "entregam", "entregue", "frete", "envio", "enviar", "enviam"],
            ["return", "devolucao", "devolver", "devolvo", "devolucoes"],
            ["refund", "reembolso", "estorno", "reembolsar"],
            ["exchange", "troca", "trocar", "troco", "trocas"],
            ["pay", "pagar", "pagamento", "pago", "pagamentos"],
            ["cost", "custa", "custam", "preco", "valor", "taxa", "custo", "precos"],
            ["open", "abre", "abrem", "aberto", "aberta", "abertos", "horario", "fecha", "fecham", "fechado"],
            ["address", "endereco", "localizacao", "fica", "ficam"],
            ["size", "tamanho", "tamanhos", "medida", "medidas"],
            ["wash", "lavar", "lavagem", "lava", "limpar", "limpo"],
            ["abroad", "exterior", "internacional", "pais", "paises"],
            ["card", "cartao", "credito", "debito"],
            ["pickup", "retirar", "retirada", "buscar"],
            ["gift", "presente", "presentes", "embrulho", "embrulhar", "embrulham"],
            ["invoice", "nota", "recibo", "comprovante"],
            ["guarantee", "garantia", "defeito", "quebrado", "rasgado", "estragado"],
            ["discount", "desconto", "cupom", "promocao", "promocoes"],
            ["safe", "seguro", "segura", "seguranca", "confiavel", "confiar"],
            ["shop", "loja", "lojas"],
        ]

        static let countries: Set<String> = [
            "alemanha", "franca", "espanha", "italia", "inglaterra", "irlanda", "eua", "europa", "canada", "japao",
            "suica",
            "holanda", "belgica", "mocambique",
        ]

        static let smallTalk: Phrases = [
            "que dia lindo", "lindo dia", "bom fim de semana", "otimo fim de semana", "bom final de semana",
            "feliz aniversario", "feliz natal", "feliz ano novo", "bom descanso", "otimo dia", "tenha um bom dia",
            "boa semana",
        ]

        static let vague: Phrases = [
            "informacao sobre", "informacoes sobre", "detalhes sobre", "cade meu", "cade minha", "onde esta meu",
            "onde esta minha", "diferenca entre",
        ]
    }
}
