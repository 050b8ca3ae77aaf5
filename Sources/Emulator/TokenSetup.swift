import Credentials
import Dispatch
import Files
import JSON
import Logging
import TLS
import Tenancy
import Tokens

/// What the program needs to sign and to verify tokens.
enum TokenSetup {
    /// The key that signs tokens stays beside the CA.
    static func keyStore(
        _ configuration: EmulatorConfiguration, _ folder: CertificateFolder?, _ logger: Logger
    ) throws(EmulatorError) -> TokenKeyStore {
        // Another process may hold the folder's lock, and keys take long to make: no event loop may wait for either.
        let queue = DispatchQueue(label: "localtenant.token-key")
        return TokenKeyStore(
            foreign: try keySet(configuration.keySetFile), run: { queue.async(execute: $0) },
            keep: { make in
                guard let folder else { return nil }
                do throws(CredentialError) {
                    return try folder.secret("token-key.pem", make: make)
                } catch {
                    logger.warning("tokens end with this run: \(error)")
                    return nil
                }
            })
    }

    private static func keySet(_ file: String?) throws(EmulatorError) -> JSONWebKeySet {
        guard let file else { return JSONWebKeySet() }
        let text = try contents(file, "--jwks")
        do throws(CredentialError) {
            return try JSONWebKeySet(text)
        } catch {
            throw .keys(option: "--jwks", file: file, reason: error.description)
        }
    }

    /// Gives clients their keys; one that has no secret is there by its keys.
    static func addClientKeys(
        _ keys: [(id: String, file: String)], to clients: inout [RegisteredClient]
    ) throws(EmulatorError) {
        for (id, file) in keys {
            let text = try contents(file, "--client-key")
            guard PublicKey(pem: text) != nil else {
                throw .keys(
                    option: "--client-key", file: file, reason: "there is no RSA public key or certificate in it")
            }
            let place = clients.firstIndex { $0.id == id } ?? clients.endIndex
            if place == clients.endIndex { clients.append(RegisteredClient(id: id, secret: nil)) }
            clients[place].keys.append(text)
        }
    }

    /// What stands at the addresses that a file names; nil without a file.
    static func clientDocuments(_ file: String?) throws(EmulatorError) -> [String: [UInt8]]? {
        guard let file else { return nil }
        let option = "--client-documents"
        let text = try contents(file, option)
        let reason: String
        do throws(JSONSyntaxError) {
            let members = try JSONParser.parse(text).members
            if let members, members.allSatisfy({ $0.value.members != nil }) {
                return Dictionary(members.map { ($0.key, JSONTree.source($0.value).bytes) }) { $1 }
            }
            reason = "it must be an object of addresses and what stands there"
        } catch {
            reason = "\(error)"
        }
        throw .keys(option: option, file: file, reason: reason)
    }

    private static func contents(_ file: String, _ option: String) throws(EmulatorError) -> [UInt8] {
        do throws(FileError) {
            if let text = try SmallFile.contents(file) { return text }
        } catch {
            throw .keys(option: option, file: file, reason: error.description)
        }
        throw .keys(option: option, file: file, reason: "there is no such file")
    }
}
