/// How people have systems and programs trust an authority.
package enum TrustHints {
    /// - Parameter file: path of the authority's certificate as PEM.
    package static func text(_ file: String) -> String {
        let path = ShellText.quoted(file)
        return """
            Most clients need no more than a variable, which `localtenant env` prints: eval "$(localtenant env go)"
            To trust the CA for everything on a machine:

            Debian, Ubuntu
              sudo cp \(path) /usr/local/share/ca-certificates/localtenant.crt
              sudo update-ca-certificates
            Fedora, RHEL
              sudo cp \(path) /etc/pki/ca-trust/source/anchors/localtenant.pem
              sudo update-ca-trust
            macOS
              sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain \(path)
            Windows (as administrator)
              certutil -addstore -f ROOT ca.pem
            Java (a JVM's own store; its password is changeit unless it was changed)
              sudo keytool -importcert -noprompt -cacerts -storepass changeit -alias localtenant -file \(path)
            Firefox (it has a store of its own)
              Settings, Privacy & Security, View Certificates, Authorities, Import: \(file)

            Whoever can read the key beside it can stand in for any server to this machine: keep it to yourself,
            and take the CA out again when it is not needed.

            """
    }
}
