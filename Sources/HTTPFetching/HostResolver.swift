import Dispatch
import Fetching
import Glibc

/// Which numbers a name leads to.
struct HostResolver: Sendable {
    let addresses: @Sendable (String) async throws(FetchError) -> [IPAddress]

    /// Asks as the system is set up to. `getaddrinfo` blocks, so it has a thread of its own.
    static let system = HostResolver { name async throws(FetchError) in
        let result: Result<[IPAddress], FetchError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: lookUp(name)) }
        }
        return try result.get()
    }

    private static func lookUp(_ name: String) -> Result<[IPAddress], FetchError> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(name, nil, &hints, &list)
        guard status == 0 else { return .failure(.unreachable(name, why: "its name cannot be resolved (\(String(cString: gai_strerror(status))))")) }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var entry = list
        while let current = entry {
            if let address = number(of: current.pointee) { found.append(address) }
            entry = current.pointee.ai_next
        }
        return .success(found)
    }

    private static func number(of entry: addrinfo) -> IPAddress? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard getnameinfo(entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { return nil }
        return IPAddress(literal: String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
