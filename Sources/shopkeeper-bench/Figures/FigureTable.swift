/// Rows of figures under their titles, columns aligned.
struct FigureTable {
    let title: String
    let columns: [String]
    private var rows: [[String]] = []

    init(_ title: String, columns: [String]) {
        self.title = title
        self.columns = columns
    }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    func show() {
        let all = [columns] + rows
        let widths = columns.indices.map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        print("\n\(title)")
        for row in all {
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            print("  " + cells.joined(separator: "   "))
        }
    }
}
