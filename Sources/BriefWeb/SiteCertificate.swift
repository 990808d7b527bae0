import NIOSSL

/// What a site shows to prove its name, and the key for it: connections are encrypted with it (TLS 1.2 and 1.3).
public struct SiteCertificate: Sendable {
    let configuration: TLSConfiguration

    /// - Parameters:
    ///   - chain: a file with the certificate and those between it and a root, in PEM.
    ///   - key: a file with its private key, in PEM, without a passphrase.
    public init(chain: String, key: String) throws(ServingError) {
        let certificates: [NIOSSLCertificate], secret: NIOSSLPrivateKey
        do { certificates = try NIOSSLCertificate.fromPEMFile(chain) } catch { throw .badCertificate(chain) }
        do { secret = try NIOSSLPrivateKey(file: key, format: .pem) } catch { throw .badKey(key) }
        guard !certificates.isEmpty else { throw .badCertificate(chain) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        // A key of another certificate shows here, and not at the first connection.
        do { _ = try NIOSSLContext(configuration: configuration) } catch { throw .badKey(key) }
        self.configuration = configuration
    }
}
