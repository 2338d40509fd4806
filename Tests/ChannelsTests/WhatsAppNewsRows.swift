import Messaging

/// The rows of what WhatsApp itself tells: statuses, wishes, ids, calls, notices.
/// - Source: WhatsApp Cloud API, webhooks reference.
enum WhatsAppNewsRows {
    /// A row of one change: its field, the members of its value, and what its line says.
    static func news(_ name: String, field: String = "messages", _ json: String, _ lines: String...) -> PayloadRow {
        let body = Bodies.change(
            #"{"field":"\#(field)","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","phone_number_id":"330044005500661"},\#(json)}}"#
        )
        return PayloadRow(
            name,
            .whatsapp,
            body: String(decoding: body, as: UTF8.self),
            lines: lines.map { #""account":"330044005500661",\#($0)"# }
        )
    }

    /// A row of a change that concerns the whole business account.
    static func notice(_ field: String, _ json: String, _ id: String, _ line: String) -> PayloadRow {
        let body =
            #"{"object":"whatsapp_business_account","entry":[{"id":"2109","time":1795248010,"changes":[{"field":"\#(field)","value":{\#(json)}}]}]}"#
        let head = #""account":"2109","address":null,"id":"made:\#(id):…","at":"2026-11-21T08:00:10.000Z","kind":"#
        return PayloadRow(field, .whatsapp, body: body, lines: [head + line])
    }

    static let all = statuses + people + notices

    private static let at = #""at":"2026-11-21T08:00:10.000Z""#

    private static let statuses = [
        news(
            "delivered",
            #""statuses":[{"id":"wamid.O","status":"delivered","timestamp":"1795248010","recipient_id":"491713920044","recipient_user_id":"DE.77","biz_opaque_callback_data":"obx-8","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]"#,
            #""address":"DE.77","id":"wamid.O:delivered",\#(at),"kind":"status","of":"wamid.O","status":"delivered","pricing":{"billable":true,"model":"PMP","type":"regular","category":"service"},"phone":"491713920044"}"#
        ),
        news(
            "failed",
            #""statuses":[{"id":"wamid.O","status":"failed","timestamp":"1795248010","recipient_id":"491713920044","errors":[{"code":131047,"title":"Re-engagement","error_data":{"details":"24 hours"},"href":"https://e.example"}]}]"#,
            #""address":"491713920044","id":"wamid.O:failed",\#(at),"kind":"status","of":"wamid.O","status":"failed","errors":[{"code":131047,"title":"Re-engagement","details":"24 hours"}],"phone":"491713920044"}"#
        ),
        news(
            "sent, as older versions say it",
            #""statuses":[{"id":"wamid.O","status":"sent","type":"message","timestamp":1795248010,"message":{"recipient_id":"491713920044"},"conversation":{"id":"c0","origin":{"type":"utility"}},"pricing":{"billable":false,"pricing_model":"CBP","category":"authentication-international"}}]"#,
            #""address":"491713920044","id":"wamid.O:sent",\#(at),"kind":"status","of":"wamid.O","status":"sent","pricing":{"billable":false,"model":"CBP","category":"authentication_international"},"phone":"491713920044"}"#
        ),
        news(
            "read and played, in a group",
            #""statuses":[{"id":"wamid.O","status":"read","timestamp":"1795248010","recipient_type":"group","recipient_id":"g1","recipient_participant_id":"491713920044"},{"id":"wamid.O","status":"played","timestamp":"1795248010","recipient_user_id":"DE.77"}]"#,
            #""address":"491713920044","id":"wamid.O:read:491713920044",\#(at),"kind":"status","of":"wamid.O","status":"read","phone":"491713920044","group":"g1"}"#,
            #""address":"DE.77","id":"wamid.O:played",\#(at),"kind":"status","of":"wamid.O","status":"played"}"#
        ),
        news(
            "words for a standing that are not ours",
            #""statuses":[{"id":"wamid.O","status":"warning","timestamp":"1795248010","recipient_id":"491713920044"},{"id":"wamid.O","status":"deleted","timestamp":"1795248010","recipient_id":"491713920044"}]"#,
            #""address":"491713920044","id":"wamid.O:warning",\#(at),"kind":"status","of":"wamid.O","status":"warning","phone":"491713920044"}"#,
            #""address":"491713920044","id":"wamid.O:deleted",\#(at),"kind":"status","of":"wamid.O","status":"deleted","phone":"491713920044"}"#
        ),
        news(
            "payment",
            #""statuses":[{"id":"wamid.O","type":"payment","status":"captured","timestamp":"1795248010","recipient_id":"919000000000","payment":{"reference_id":"SO-2001","amount":{"value":149900,"offset":100},"currency":"INR","transaction":{"id":"order_1","type":"razorpay","status":"success"}}}]"#,
            #""address":"919000000000","id":"made:payment:…",\#(at),"kind":"payment","of":"wamid.O","status":"captured","reference":"SO-2001","transaction":"order_1","phone":"919000000000"}"#
        ),
        news(
            "call ringing",
            field: "calls",
            #""statuses":[{"id":"wacid.1","type":"call","status":"RINGING","timestamp":"1795248010","recipient_id":"491713920044"}]"#,
            #""address":"491713920044","id":"made:call:…",\#(at),"kind":"call","event":"RINGING","phone":"491713920044"}"#
        ),
        news(
            "errors of the number",
            #""errors":[{"code":131000,"title":"Something went wrong","error_data":{"details":"d"}}]"#,
            #""address":null,"id":"made:accountNotice:…","at":null,"kind":"accountNotice","event":"131000"}"#
        ),
    ]

    private static let people = [
        news(
            "marketing unwanted and wanted",
            field: "user_preferences",
            #""contacts":[{"profile":{"name":"Mara"},"wa_id":"491713920044"}],"user_preferences":[{"wa_id":"491713920044","detail":"d","category":"marketing_messages","value":"stop","timestamp":1795248010},{"user_id":"DE.77","category":"marketing_messages","value":"resume","timestamp":1795248010}]"#,
            #""address":"491713920044","id":"made:optOut:…",\#(at),"kind":"optOut","topic":"marketing_messages","phone":"491713920044"}"#,
            #""address":"DE.77","id":"made:optIn:…",\#(at),"kind":"optIn","topic":"marketing_messages"}"#
        ),
        news(
            "a new id",
            field: "user_id_update",
            #""contacts":[{"profile":{"name":"Mara"},"wa_id":"491713920044"}],"user_id_update":[{"wa_id":"491713920044","detail":"d","user_id":{"previous":"DE.77","current":"DE.88"},"timestamp":"1795248010"}]"#,
            #""address":"DE.77","id":"made:identityChange:…",\#(at),"kind":"identityChange","from":"DE.77","to":"DE.88","phone":"491713920044"}"#
        ),
        news(
            "a new id, in a message that names nobody else",
            #""messages":[{"id":"wamid.S","timestamp":"1795248010","type":"system","system":{"body":"changed","type":"user_changed_user_id","user_id":"MX.2","previous_user_id":"CO.1"}}]"#,
            #""address":"CO.1","id":"wamid.S",\#(at),"kind":"identityChange","from":"CO.1","to":"MX.2"}"#
        ),
        news(
            "what the shop typed",
            field: "smb_message_echoes",
            #""message_echoes":[{"from":"493023125142","to":"491713920044","to_user_id":"DE.77","id":"wamid.E","timestamp":"1795248010","type":"text","text":{"body":"coming"}},{"from":"493023125142","to":"491713920044","id":"wamid.F","timestamp":"1795248010","type":"image","image":{"id":"7","caption":"here"}}]"#,
            #""address":"DE.77","id":"wamid.E",\#(at),"kind":"echo","text":"coming","by":"493023125142","phone":"491713920044"}"#,
            #""address":"491713920044","id":"wamid.F",\#(at),"kind":"echo","text":"here","by":"493023125142","phone":"491713920044"}"#
        ),
        news(
            "a call in and a call out",
            field: "calls",
            #""calls":[{"id":"wacid.1","from":"491713920044","to":"493023125142","event":"connect","timestamp":"1795248010","direction":"USER_INITIATED"},{"id":"wacid.2","from":"493023125142","to":"491713920044","event":"terminate","timestamp":"1795248010","direction":"BUSINESS_INITIATED"}]"#,
            #""address":"491713920044","id":"wacid.1",\#(at),"kind":"call","event":"connect","phone":"491713920044"}"#,
            #""address":"491713920044","id":"wacid.2",\#(at),"kind":"call","event":"terminate","phone":"491713920044"}"#
        ),
        news(
            "on standby",
            field: "standby",
            #""messages":[{"from":"491713920044","id":"wamid.S","timestamp":"1795248010","type":"text","text":{"body":"x"}}]"#,
            #""address":"491713920044","id":"wamid.S",\#(at),"kind":"text","text":"x","phone":"491713920044","standby":true}"#
        ),
        news(
            "on standby, one level deeper",
            field: "standby",
            #""standby":{"messages":[{"from":"491713920044","id":"wamid.S","timestamp":"1795248010","type":"text","text":{"body":"x"}}],"message_echoes":[{"id":"wamid.E","timestamp":"1795248010","message":{"to":"491713920044","type":"text","text":{"body":"an answer"}}}]}"#,
            #""address":"491713920044","id":"wamid.S",\#(at),"kind":"text","text":"x","phone":"491713920044","standby":true}"#,
            #""address":"491713920044","id":"wamid.E",\#(at),"kind":"echo","text":"an answer","phone":"491713920044","standby":true}"#
        ),
        news(
            "the history of a number",
            field: "history",
            #""history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{"id":"491713920044","messages":[{"from":"491713920044","id":"wamid.H","timestamp":"1795248010","type":"text","text":{"body":"old"}}]}]}]"#,
            #""address":null,"id":"made:unknown:…","at":null,"kind":"unknown","type":"history"}"#
        ),
        news(
            "the address book of the app",
            field: "smb_app_state_sync",
            #""state_sync":[{"type":"contact","contact":{"full_name":"Ida","phone_number":"4917139"},"action":"add","metadata":{"timestamp":"1795248010"}}]"#,
            #""address":null,"id":"made:unknown:…",\#(at),"kind":"unknown","type":"smb_app_state_sync"}"#
        ),
        news(
            "a group made",
            field: "group_lifecycle_update",
            #""groups":[{"timestamp":"1795248010","group_id":"g1","type":"group_create","subject":"Lamps"}]"#,
            #""address":null,"id":"made:unknown:…",\#(at),"kind":"unknown","type":"group_lifecycle_update","group":"g1"}"#
        ),
        news(
            "an action on a marketing message",
            #""user_actions":[{"timestamp":"1795248010","action_type":"marketing_messages_link_click"}]"#,
            #""address":null,"id":"made:unknown:…",\#(at),"kind":"unknown","type":"user_actions"}"#
        ),
    ]

    private static let notices = [
        notice(
            "phone_number_quality_update",
            #""display_phone_number":"4930","event":"THROUGHPUT_UPGRADE","current_limit":"TIER_UNLIMITED""#,
            "accountNotice",
            #""accountNotice","event":"THROUGHPUT_UPGRADE"}"#
        ),
        notice(
            "business_capability_update",
            #""max_daily_conversations_per_business":"TIER_2K","max_phone_numbers_per_waba":20"#,
            "accountNotice",
            #""accountNotice","event":"business_capability_update"}"#
        ),
        notice(
            "account_update",
            #""event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1795600000}]"#,
            "accountNotice",
            #""accountNotice","event":"ACCOUNT_RESTRICTION"}"#
        ),
        notice(
            "account_alerts",
            #""entity_type":"BUSINESS","entity_id":"506070","alert_info":{"alert_severity":"WARNING","alert_type":"DEFERRED"}"#,
            "accountNotice",
            #""accountNotice","event":"DEFERRED"}"#
        ),
        notice(
            "account_review_update",
            #""decision":"APPROVED""#,
            "accountNotice",
            #""accountNotice","event":"APPROVED"}"#
        ),
        notice(
            "account_settings_update",
            #""type":"phone_number_settings""#,
            "accountNotice",
            #""accountNotice","event":"account_settings_update"}"#
        ),
        notice(
            "phone_number_name_update",
            #""display_phone_number":"4930","decision":"APPROVED","requested_verified_name":"Lamps""#,
            "accountNotice",
            #""accountNotice","event":"APPROVED"}"#
        ),
        notice(
            "business_username_update",
            #""display_phone_number":"4930","username":"lamps","status":"approved""#,
            "accountNotice",
            #""accountNotice","event":"business_username_update"}"#
        ),
        notice(
            "payment_configuration_update",
            #""configuration_name":"rzp","provider_name":"razorpay","status":"Needs Testing""#,
            "accountNotice",
            #""accountNotice","event":"payment_configuration_update"}"#
        ),
        notice(
            "partner_solutions",
            #""event":"SOLUTION_CREATED","solution_id":"7""#,
            "accountNotice",
            #""accountNotice","event":"SOLUTION_CREATED"}"#
        ),
        notice(
            "security",
            #""display_phone_number":"4930","event":"PIN_CHANGED","requester":"1""#,
            "accountNotice",
            #""accountNotice","event":"PIN_CHANGED"}"#
        ),
        notice(
            "flows",
            #""event":"FLOW_STATUS_CHANGE","flow_id":"9","old_status":"DRAFT","new_status":"PUBLISHED""#,
            "accountNotice",
            #""accountNotice","event":"FLOW_STATUS_CHANGE"}"#
        ),
        notice(
            "message_template_status_update",
            #""event":"PAUSED","message_template_id":1700000000000001,"message_template_name":"order_shipped","message_template_language":"en_US","reason":null"#,
            "templateNotice",
            #""templateNotice","event":"PAUSED"}"#
        ),
        notice(
            "message_template_quality_update",
            #""previous_quality_score":"GREEN","new_quality_score":"YELLOW","message_template_id":17"#,
            "templateNotice",
            #""templateNotice","event":"message_template_quality_update"}"#
        ),
        notice(
            "message_template_components_update",
            #""message_template_id":17,"message_template_element":"Hi""#,
            "templateNotice",
            #""templateNotice","event":"message_template_components_update"}"#
        ),
        notice(
            "template_category_update",
            #""message_template_id":17,"previous_category":"UTILITY","new_category":"MARKETING""#,
            "templateNotice",
            #""templateNotice","event":"template_category_update"}"#
        ),
        notice(
            "template_correct_category_detection",
            #""message_template_id":17,"correct_category":"MARKETING""#,
            "templateNotice",
            #""templateNotice","event":"template_correct_category_detection"}"#
        ),
        PayloadRow(
            "messaging_handovers",
            .whatsapp,
            body:
                #"{"object":"whatsapp_business_account","entry":[{"id":"2109","changes":[{"field":"messaging_handovers","value":{"messaging_product":"whatsapp","recipient":{"display_phone_number":"493023125142","phone_number_id":"3300"},"sender":{"phone_number":"491713920044"},"timestamp":"1795248010","type":"control_passed","control_passed":{"metadata":"m","previous_owner_app_id":"77","previous_owner_role":"ai_agent","new_owner_role":"escalation"}}}]}]}"#,
            lines: [
                #""account":"3300","address":"491713920044","id":"made:handover:…",\#(at),"kind":"handover","action":"control_passed","from":"77","to":"escalation","phone":"491713920044"}"#
            ]
        ),
    ]
}
