import BriefModel
import BriefRendering

extension Claim {
    /// Whether it is anything but the plain word of the outlet.
    var isTold: Bool { modality != .stated }

    /// "[said by Jensen Huang]", "[cautious]".
    var told: String {
        let who = claimant.shown(upTo: 60)
        return switch modality {
        case .stated: ""
        case .attributed: "[said by \(who)]"
        case .hedged: claimantIsAnonymous ? "[cautious; by \(who), unnamed]" : "[cautious]"
        case .planned: "[planned]"
        case .denied: claimantIsAnonymous ? "[denied]" : "[denied by \(who)]"
        }
    }
}

/// On whose word the sentences of an article are, counted, with what their marks mean.
struct ClaimKey {
    let claims: [Claim]

    func write(to html: inout HTMLWriter) {
        let manners: [(modality: Claim.Modality, words: String)] = [
            (.stated, "the outlet’s own word"), (.attributed, "put down to somebody"), (.hedged, "said with caution"), (.planned, "planned"),
            (.denied, "denied"),
        ]
        html.element("section", .class("claims"), .label("On whose word")) { html in
            guard !claims.isEmpty else {
                html.element("p", .class("lab"), text: "No sentence here asserts anything.")
                return
            }
            html.element("ul", .class("key lab")) { html in
                for (modality, words) in manners {
                    let count = claims.count { $0.modality == modality }
                    if count > 0 {
                        html.element("li") { html in
                            html.element("span", .class("claim \(modality.rawValue)"), text: "\(count)")
                            html.text(" " + words)
                        }
                    }
                }
            }
            html.element("p", .class("lab"), text: "Found by rules in the text as it stands; what is not marked is the outlet’s own word.")
        }
    }
}
