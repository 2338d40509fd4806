/// Answers to stories and mentions in them.
struct StoryWords: Sendable {
    let tongue: Tongue

    func mention(_ name: String?) -> String {
        tongue.says(
            english: "Thank you for sharing us in your story" + (name.map { ", \($0)" } ?? "") + "!",
            portuguese: "Obrigado por nos marcar no seu story" + (name.map { ", \($0)" } ?? "") + "!"
        )
    }
    func thanks(_ name: String?) -> String {
        tongue.says(
            english: "Thank you" + (name.map { ", \($0)" } ?? "") + "! How nice that you like our story.",
            portuguese: "Obrigado" + (name.map { ", \($0)" } ?? "") + "! Que bom que você gostou do nosso story."
        )
    }
    var whichArticle: String {
        tongue.says(
            english: "I can't tell which article of the story you mean; write me its name, or tap here.",
            portuguese: "Não sei de qual peça do story você fala; escreva o nome dela, ou toque aqui."
        )
    }
}
