import Foundation
import Kernel
import Platform

/// A bubble for tests, made as a ledger's line is read.
func bubble(_ content: PhoneContent, id: String = "m1") throws -> PhoneMessage {
    let words = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    let json = #"{"id":"\#(id)","account":"1","person":"ana","at":0,"content":\#(words)}"#
    return try JSONDecoder().decode(PhoneMessage.self, from: Data(json.utf8))
}

func buttons(_ text: String, _ titles: [String]) -> PhoneContent {
    var content = PhoneContent(type: "interactive.button", text: text)
    content.choices = titles.map { PhoneChoice(.button, id: "id-\($0)", title: $0) }
    return content
}

func list(_ text: String, _ sections: [(title: String?, rows: [String])]) -> PhoneContent {
    var content = PhoneContent(type: "interactive.list", text: text)
    content.listLabel = "Choose"
    content.sections = sections.map { section in
        PhoneSection(
            title: section.title,
            rows: section.rows.map { PhoneChoice(.row, id: "id-\($0)", title: $0, detail: "about \($0)") }
        )
    }
    return content
}
