import NIOSSL

/// Who the stand-in says it is.
enum Identity {
    static func context() throws -> NIOSSLContext {
        try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))],
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))))
    }

    // Made for these tests by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -addext
    // subjectAltName=DNS:localhost`; it opens nothing anywhere.
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVQxnAkgzL0GcFZiy
        /evo5Cb0ZLTsmcGdiPfwi+T3+0yhRANCAAQcoexQODS5hwRsFYWTbsUe6U3JvI8U
        8yCGdUuLNkuTbx0rjHdEk5VBAnfa/44NqOr9LoWQpuxsMuvJJBWYaNYP
        -----END PRIVATE KEY-----
        """

    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnDCCAUGgAwIBAgIUP8CFvUJyvEXACC7mgdcPE81xKQkwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzA4NDYxM1oYDzIxMjYxMTAz
        MDg0NjEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAQcoexQODS5hwRsFYWTbsUe6U3JvI8U8yCGdUuLNkuTbx0rjHdEk5VB
        Anfa/44NqOr9LoWQpuxsMuvJJBWYaNYPo28wbTAdBgNVHQ4EFgQUJO8CKZQh3pax
        6DU1gJTrCgrELV4wHwYDVR0jBBgwFoAUJO8CKZQh3pax6DU1gJTrCgrELV4wDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDSQAwRgIhAImz5FI+7XtY0Wly97rdX8FPLfXNRSRa30W2NSHsFb/+AiEA
        pkM0um8J1/Rin+7Vv4E/3+oyh08RB5XUUpywYuEaavc=
        -----END CERTIFICATE-----
        """
}
