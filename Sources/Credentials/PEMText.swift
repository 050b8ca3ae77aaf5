import COpenSSL

/// PEM texts through OpenSSL's memory files.
package enum PEMText {
    package static func write(_ body: (OpaquePointer) -> Int32) -> [UInt8] {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return [] }
        defer { unsafe BIO_free_all(bio) }
        guard unsafe body(bio) == 1 else { return [] }
        var text: UnsafeMutablePointer<CChar>?
        let count = unsafe localtenant_bio_text(bio, &text)
        guard let text = unsafe text, count > 0 else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: count))
    }

    /// Hands the text to `body` as a file that OpenSSL reads.
    package static func read<Result>(_ text: [UInt8], _ body: (OpaquePointer) -> Result?) -> Result? {
        unsafe text.withUnsafeBytes { bytes in
            guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count)) else { return nil }
            defer { unsafe BIO_free_all(bio) }
            return unsafe body(bio)
        }
    }
}
