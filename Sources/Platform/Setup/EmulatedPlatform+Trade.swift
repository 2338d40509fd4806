import Kernel

/// The catalogue behind a business account, and whether a number shows it.
extension EmulatedPlatform {
    /// `GET /{business account}/product_catalogs`: one at most.
    func catalogues() -> PlatformAnswer {
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                guard !configuration.catalogID.isEmpty else { return }
                data.object { catalogue in
                    catalogue.field("id", configuration.catalogID)
                    catalogue.field("name", "Demo")
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// `GET /{catalogue}/products?fields=retailer_id&limit=…&after=…`, a page of at most 1,000.
    func products(_ call: PlatformCall) throws(PlatformRefusal) -> PlatformAnswer {
        guard call.method == "GET" else { throw PlatformRefusal(100, "Unsupported request", subcode: 33) }
        let page = try Page(call, usual: 25, most: 1_000)
        return page.answer(of: (configuration.products ?? []).sorted()) { entry, retailerID in
            entry.field("id", configuration.catalogIDs[retailerID] ?? retailerID)
            entry.field("retailer_id", retailerID)
        }
    }

    /// `GET /{number}/whatsapp_commerce_settings`: the cart is on and the catalogue hidden unless said otherwise.
    func commerce(of account: PlatformAccount) -> PlatformAnswer {
        let kept = state.meta.profiles[account.phoneNumberID] ?? [:]
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                data.object { settings in
                    settings.field("id", account.phoneNumberID)
                    settings.field("is_cart_enabled", kept["is_cart_enabled"] != "false")
                    settings.field("is_catalog_visible", kept["is_catalog_visible"] == "true")
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// The same path with `POST`: its values stand in the query.
    mutating func setCommerce(
        _ call: PlatformCall,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        var changes: [String: String?] = [:]
        for name in ["is_cart_enabled", "is_catalog_visible"] {
            guard let value = call.queryText(name) else { continue }
            guard value == "true" || value == "false" else { throw .parameter("Param \(name) must be a boolean") }
            changes[name] = value
        }
        guard !changes.isEmpty else { throw .parameter("is_cart_enabled or is_catalog_visible is required") }
        record(.profiled(ProfileFact(account: account.phoneNumberID, fields: changes, at: now)))
        return .json(200, Self.success)
    }
}
