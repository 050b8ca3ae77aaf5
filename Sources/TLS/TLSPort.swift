import COpenSSL

/// Where OpenSSL reads and writes records: a BIO over the bytes at hand, the whole of the C callbacks of this target.
///
/// Safe: `input` is set for the length of one call into OpenSSL and empty between calls.
@safe final class TLSPort {
    var input = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    var output: [UInt8] = []

    // Made once and never changed; OpenSSL reads it from any thread.
    nonisolated(unsafe) static let method: OpaquePointer? = {
        guard let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "localtenant") else {
            return nil
        }
        unsafe BIO_meth_set_create(method) { bio in
            unsafe BIO_set_init(bio, 1)
            return 1
        }
        unsafe BIO_meth_set_read_ex(method, readFromPort)
        unsafe BIO_meth_set_write_ex(method, writeToPort)
        unsafe BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
        return unsafe method
    }()

    /// The port of a BIO, which the engine that owns both keeps alive.
    fileprivate static func port(of bio: OpaquePointer?) -> TLSPort? {
        guard let bio = unsafe bio, let data = unsafe BIO_get_data(bio) else { return nil }
        return unsafe Unmanaged<TLSPort>.fromOpaque(data).takeUnretainedValue()
    }
}

private func readFromPort(
    _ bio: OpaquePointer?, _ target: UnsafeMutablePointer<CChar>?, _ wanted: Int, _ taken: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let port = unsafe TLSPort.port(of: bio), let target = unsafe target else { return 0 }
    unsafe localtenant_bio_clear_retry(bio)
    let count = unsafe min(wanted, port.input.count)
    guard count > 0, let source = unsafe port.input.baseAddress else {
        unsafe localtenant_bio_wants_more(bio)
        return 0
    }
    unsafe UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count)
    unsafe port.input = UnsafeRawBufferPointer(rebasing: port.input[count...])
    unsafe taken?.pointee = count
    return 1
}

private func writeToPort(
    _ bio: OpaquePointer?, _ source: UnsafePointer<CChar>?, _ count: Int, _ taken: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let port = unsafe TLSPort.port(of: bio) else { return 0 }
    unsafe localtenant_bio_clear_retry(bio)
    unsafe port.output.append(contentsOf: unsafe UnsafeRawBufferPointer(start: source, count: count))
    unsafe taken?.pointee = count
    return 1
}
