/// A link with its relation (RFC 8288; `alternate` is the page itself).
public struct FeedLink: Hashable, Sendable {
    public var address: String
    public var relation: String
    /// Media type; nil when not said.
    public var type: String?
    public var title: String?
    public var language: String?
    /// As written: bytes, mostly.
    public var length: String?

    public init(
        address: String, relation: String = "alternate", type: String? = nil, title: String? = nil, language: String? = nil, length: String? = nil
    ) {
        self.address = address
        self.relation = relation
        self.type = type
        self.title = title
        self.language = language
        self.length = length
    }
}

/// Somebody who wrote, published or contributed.
public struct FeedPerson: Hashable, Sendable {
    public var name: String?
    public var email: String?
    public var address: String?

    public init(name: String? = nil, email: String? = nil, address: String? = nil) {
        self.name = name
        self.email = email
        self.address = address
    }

    var isEmpty: Bool { name == nil && email == nil && address == nil }
    /// What a byline would say.
    public var label: String? { name ?? email }
}

public struct FeedCategory: Hashable, Sendable {
    public var term: String?
    public var scheme: String?
    public var label: String?

    public init(term: String? = nil, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// The program that wrote the feed.
public struct FeedGenerator: Hashable, Sendable {
    public var name: String?
    public var address: String?
    public var version: String?
}

public struct FeedImage: Hashable, Sendable {
    public var address: String?
    public var title: FeedText?
    public var link: String?
    public var description: FeedText?
    /// Pixels.
    public var width: Int?
    public var height: Int?
}

/// Where to ask to be told of changes (RSS `cloud`).
public struct FeedCloud: Hashable, Sendable {
    public var domain, port, path, registerProcedure, protocolName: String?
}

/// A box to send text to the site (RSS `textInput`).
public struct FeedTextInput: Hashable, Sendable {
    public var title: FeedText?
    public var description: FeedText?
    public var name: String?
    public var link: String?
}

/// A picture, sound or film (Media RSS).
public struct FeedMedia: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case content, thumbnail, player }

    public var kind: Kind
    public var address: String?
    public var type: String?
    public var medium: String?
    /// Pixels, seconds and bytes, as written.
    public var width, height, duration, fileSize: String?
    public var credit: String?
    public var text: String?
    public var isDefault = false

    /// It can be shown as a picture.
    public var isImage: Bool { medium == "image" || type?.hasPrefix("image/") == true || kind == .thumbnail }
}

/// What podcasts add (Apple's vocabulary).
public struct FeedPodcast: Hashable, Sendable {
    public var author: String?
    public var owner: FeedPerson?
    public var subtitle: String?
    public var summary: String?
    /// As written: seconds, or hours, minutes and seconds with colons.
    public var duration: String?
    public var episode: String?
    public var season: String?
    public var keywords: [String] = []
    /// Nil when not said in a word that is known.
    public var isExplicit: Bool?
    public var saysExplicit = false
    public var isBlocked: Bool?
    public var image: String?
    public var newAddress: String?
}

/// A chapter of a recording (Podlove Simple Chapters).
public struct FeedChapter: Hashable, Sendable {
    public var title: String?
    /// As written, normal play time.
    public var start: String?
    /// Milliseconds from the beginning.
    public var milliseconds: Int?
    public var address: String?
    public var image: String?
}

/// A place on Earth, longitude first (GeoJSON, RFC 7946).
public struct FeedPlace: Hashable, Sendable {
    public enum Shape: String, Hashable, Sendable { case point = "Point", line = "LineString", polygon = "Polygon", box = "Box" }

    public var shape: Shape
    /// Longitude, latitude and, where given, altitude; none where the feed left it empty.
    public var positions: [[Double]]
}

/// Text of an element no known vocabulary has.
public struct FeedExtension: Hashable, Sendable {
    public var prefix: String
    public var name: String
    public var text: String
}
