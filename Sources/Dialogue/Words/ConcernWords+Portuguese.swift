/// Words by which the great concerns of shoppers are told in Portuguese, folded.
extension ConcernWords {
    enum Portuguese {
        static let address: Set<String> = ["endereco", "enderecos"]
        static let addressOwners: Set<String> = [
            "meu", "novo", "mudar", "muda", "alterar", "altera", "trocar", "atualizar", "corrigir", "errado", "outro",
            "entrega",
        ]
        static let account: Set<String> = ["conta", "senha", "cadastro", "cadastrar", "perfil", "usuario"]
        static let unsubscribing: Set<String> = ["cancelar", "descadastrar", "parar", "sair", "remover"]
        static let complaint: Set<String> = [
            "reclamar", "reclamacao", "reclamacoes", "insatisfeito", "insatisfeita", "decepcionado", "decepcionada",
            "absurdo", "procon",
        ]
        static let problem: Set<String> = ["problema", "problemas", "erro", "recusado", "recusada", "falhou", "bug"]
        static let noProblem: Phrases = ["sem problema", "nao tem problema", "sem problemas"]
        static let review: Set<String> = ["avaliacao", "avaliar", "opiniao", "elogio", "elogiar", "comentario"]
        static let delivery: Set<String> = ["entrega", "entregas", "frete", "envio", "entregar"]
        static let options: Set<String> = ["opcao", "opcoes", "formas", "forma", "jeitos", "maneiras", "tipos"]
        static let placing: Set<String> = ["fazer", "comprar", "realizar"]
        static let goods: Set<String> = ["algo", "produto", "produtos", "pedido", "pedidos", "compra", "compras"]
        static let fees: Set<String> = ["taxa", "taxas", "multa", "custo", "politica"]
        static let ending: Set<String> = ["cancelamento", "desistencia"]
        static let status: Set<String> = ["status", "rastreio", "rastreamento", "rastrear", "andamento", "situacao"]
        static let arrival: Phrases = [
            "vai chegar", "quando chega", "quando vai", "que dia chega", "chega quando", "vai demorar", "ta chegando",
            "esta chegando", "quando recebo", "chega hoje", "chega amanha",
        ]
    }
}

/// Words of people, parcels and changes in Portuguese, folded.
extension CommandWords {
    enum Portuguese {
        static let personVerbs: Set<String> = [
            "falar", "fala", "falo", "conversar", "ligar", "chamar", "chama", "quero", "preciso", "queria", "passar",
            "passa", "atender", "contato", "com", "gostaria",
        ]
        static let personNouns: Set<String> = [
            "pessoa", "humano", "humana", "atendente", "atendentes", "vendedor", "vendedora", "alguem", "gerente",
            "funcionario", "funcionaria", "responsavel", "dono", "dona",
        ]
        static let personPhrases: Phrases = [
            "atendimento humano", "atendimento ao cliente", "falar com voces", "nao um robo", "pessoa de verdade",
            "telefone da loja", "tem atendente", "tem alguem para", "numero de telefone", "quero atendimento",
            "central de atendimento",
        ]
        static let orderNouns: Set<String> = [
            "pedido", "pedidos", "encomenda", "encomendas", "pacote", "pacotes", "compra", "compras", "entrega",
            "mercadoria", "pedio", "peddo",
        ]
        static let trackingPhrases: Phrases = [
            "cade", "onde esta", "onde ta", "onde anda", "onde foi parar", "status do", "rastrear", "rastreio",
            "quando chega", "quando vai chegar", "quando o meu", "quando meu", "que dia chega", "nao chegou",
            "ainda nao chegou", "nao recebi", "ja saiu", "ja enviaram", "ja foi enviado", "ja despacharam",
            "acompanhar",
            "previsao", "o que houve com", "em que pe", "como esta o meu", "como esta meu", "como ta meu", "demorando",
            "atrasado", "atrasada", "atraso", "esta vindo",
        ]
        static let cancelPhrases: Phrases = [
            "cancelar", "cancela", "cancele", "cancelo", "cancelamento", "mudar", "alterar", "trocar", "corrigir",
            "editar",
            "incluir", "adicionar", "acrescentar", "tirar", "remover", "desistir", "modificar",
        ]
        static let orderWords: Set<String> = ["pedido", "pedidos", "compra", "encomenda"]
        static let tellingPhrases: Phrases = [
            "me avisa", "me avise", "avisa quando", "avise quando", "me fala quando", "me diz quando", "me notifica",
            "quando vai ter", "quando volta", "quando chega mais", "quero ser avisado", "quero ser avisada",
        ]
        static let returning: Set<String> = [
            "voltar", "volta", "voltarem", "chegar", "chegarem", "disponivel", "estoque", "tiver", "tiverem", "repor",
        ]
        static let rude: Set<String> = [
            "merda", "porra", "caralho", "droga", "idiota", "burro", "burra", "imbecil", "lixo", "bosta", "golpe",
            "golpistas", "palhacada", "pqp", "fdp", "inutil",
        ]
        static let wishing: Set<String> = [
            "tem", "quais", "posso", "pode", "podem", "aceita", "aceitam", "entrega", "entregam", "mostra", "mostre",
            "vcs", "vc", "cade", "sera", "da", "gostaria", "preciso", "prefiro", "abre", "fecha",
        ]
    }
}
