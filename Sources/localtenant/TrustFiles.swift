import ClientSetup
import Emulator
import Files
import Processes

/// What a command of `exec` is to trust, as files: the CA alone, and together with all that is trusted without it.
struct TrustFiles {
    /// Nil when there is nothing of ours to trust.
    let authorityFile: String?
    private let bundleFile: String
    private let folder: String?

    /// Where systems keep the public authorities as one file: Debian, Alpine and Arch; Fedora; SUSE; BSDs and macOS.
    private static let publicFiles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ]
    private static let bytesMax = 16 * 1024 * 1024

    /// Writes them into a folder of their own.
    init(_ application: EmulatorApplication) throws(FileError) {
        guard let certificate = application.authorityPEM else {
            (authorityFile, bundleFile, folder) = (nil, "", nil)
            return
        }
        let folder = try Folder.makeTemporary("localtenant")
        self.folder = folder
        bundleFile = "\(folder)/ca-bundle.pem"
        let own = "\(folder)/ca.pem"
        authorityFile = application.authorityFile ?? own
        do throws(FileError) {
            if application.authorityFile == nil { try SmallFile.replace(own, with: certificate, mode: 0o644) }
            try SmallFile.replace(bundleFile, with: certificate + TrustFiles.others(), mode: 0o644)
        } catch {
            remove()
            throw error
        }
    }

    /// The variables by which clients of all families learn of them.
    var variables: [Variable] {
        guard let authorityFile else { return [] }
        return SDK.allAuthorityVariables.map { variable in
            let isAlone = variable.isAddition && ProcessEnvironment.value(variable.name) == nil
            return Variable(variable.name, isAlone ? authorityFile : bundleFile)
        }
    }

    func remove() {
        guard let folder else { return }
        Folder.remove(folder, files: ["ca.pem", "ca-bundle.pem"])
    }

    /// The authorities that a command would trust without us: those that the variables name, else the system's.
    /// A file that cannot be read trusts nobody.
    private static func others() -> [UInt8] {
        var files = SDK.allAuthorityVariables.compactMap { ProcessEnvironment.value($0.name) }
        if files.isEmpty { files = publicFiles.filter { SmallFile.exists($0) }.prefix(1).map { $0 } }
        var bytes: [UInt8] = []
        for (index, file) in files.enumerated() where !files[..<index].contains(file) {
            guard let contents = try? SmallFile.contents(file, bytesMax: bytesMax) else { continue }
            bytes += [0x0A] + contents
        }
        return bytes
    }
}
