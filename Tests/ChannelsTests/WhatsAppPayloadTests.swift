import Testing

/// Every row of WhatsApp's event tables, whole and damaged.
struct WhatsAppPayloadTests {
    private static let rows =
        WhatsAppSaidRows.all + WhatsAppNewsRows.all + WhatsAppShapeRows.all + WhatsAppOddRows.all
        + WhatsAppPassedOnRows.all

    @Test("each row prints exactly its lines", arguments: rows)
    func exact(row: PayloadRow) {
        row.expectExact()
    }

    @Test("no field that is missing loses an item", arguments: rows)
    func missing(row: PayloadRow) throws {
        try row.expectWholeWithoutEachField()
    }

    @Test("no field of a wrong type loses an item", arguments: rows)
    func retyped(row: PayloadRow) throws {
        try row.expectWholeWithEachFieldRetyped()
    }
}
