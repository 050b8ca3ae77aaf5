import JSON
import Tenancy
import TestSupport
import Testing

@testable import Formats

/// A tenant as Terraform's configuration, and texts as HCL has them.
@Suite struct TerraformDocumentTests {
    private let world = ManualWorld()

    private func hcl(_ seed: String, showsSecrets: Bool = false) throws -> String {
        let document = try JSONParser.parse(Array(seed.utf8))
        let tenant = try Seed(document, TenantWorld(world.world)).tenant(TenantSettings())
        return TerraformDocument.hcl(tenant, showsSecrets: showsSecrets)
    }

    private static let sample = #"""
        {"modules":[{"name":"my greeter","code":"exports.hi = `${x}`;\n","publish":true,
                     "id":"11111111-0000-4000-8000-000000000001",
                     "dependencies":[{"name":"date-fns","version":"3.6.0"}],
                     "secrets":[{"name":"API-KEY","value":"canary"}]},
                    {"name":"my_greeter","code":"a\\b","id":"11111111-0000-4000-8000-000000000002"}],
         "actions":[{"name":"greet","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"","deploy":true,
                     "id":"22222222-0000-4000-8000-000000000001","runtime":"node18-actions",
                     "modules":[{"module_name":"my greeter","module_version_number":1}]}],
         "bindings":[{"trigger_id":"post-login","action_name":"greet","display_name":"Say \"hi\""},
                     {"trigger_id":"post-login","action_name":"greet"}]}
        """#

    private static let text = #"""
        terraform {
          required_providers {
            auth0 = {
              source = "auth0/auth0"
            }
          }
        }

        variable "module_my_greeter_API_KEY" {
          description = "The secret API-KEY of the module my greeter."
          type        = string
          sensitive   = true
        }

        import {
          to = auth0_action_module.my_greeter
          id = "11111111-0000-4000-8000-000000000001"
        }

        resource "auth0_action_module" "my_greeter" {
          name = "my greeter"
          code = <<EOT
        exports.hi = `$${x}`;
        EOT

          dependencies {
            name    = "date-fns"
            version = "3.6.0"
          }

          secrets {
            name  = "API-KEY"
            value = var.module_my_greeter_API_KEY
          }
        }

        import {
          to = auth0_action_module.my_greeter_2
          id = "11111111-0000-4000-8000-000000000002"
        }

        resource "auth0_action_module" "my_greeter_2" {
          name = "my_greeter"
          code = "a\\b"
        }

        import {
          to = auth0_action.greet
          id = "22222222-0000-4000-8000-000000000001"
        }

        resource "auth0_action" "greet" {
          name    = "greet"
          runtime = "node18"
          deploy  = true
          code    = ""

          supported_triggers {
            id      = "post-login"
            version = "v3"
          }

          modules {
            module_id         = auth0_action_module.my_greeter.id
            module_version_id = "00000000-0000-4000-8000-000000000001"
          }
        }

        import {
          to = auth0_trigger_actions.post_login
          id = "post-login"
        }

        resource "auth0_trigger_actions" "post_login" {
          trigger = "post-login"

          actions {
            id           = auth0_action.greet.id
            display_name = "Say \"hi\""
          }

          actions {
            id           = auth0_action.greet.id
            display_name = auth0_action.greet.name
          }
        }

        """#

    @Test func `a tenant is written as resources to import`() throws {
        #expect(try hcl(Self.sample) == Self.text)
    }

    @Test func `values of secrets stand there only if they are asked for`() throws {
        let shown = try hcl(Self.sample, showsSecrets: true)
        #expect(shown.contains("    name  = \"API-KEY\"\n    value = \"canary\"\n") && !shown.contains("variable"))
        #expect(try hcl("{}") == String(Self.text.prefix(100)).split(separator: "\n\n")[0] + "\n")
    }

    @Test func `a draft that is not deployed does not get deployed`() throws {
        let version = #"{"number":1,"code":"old"}"#
        let action = #""name":"a","supported_triggers":[{"id":"post-login"}],"code":"new","versions":[\#(version)]"#
        #expect(try !hcl(#"{"actions":[{\#(action)}]}"#).contains("deploy "))
    }

    @Test(arguments: [
        ("x", #""x""#), ("${a} %{b} $ % {", ##""$${a} %%{b} $ % {""##), ("$${a} %%%{b}", #""$\u0024{a} %%\u0025{b}""#),
        ("\"\\\n\r\t\0\u{1f}\u{7f}\u{2028}é😀", #""\"\\\n\r\t\u0000\u001f\u007f\u2028é😀""#),
        ("${\u{301}", "\"$${\u{301}\""), ("a\r\n", #""a\r\n""#), ("a\n", "<<EOT\na\nEOT"), ("\n", #""\n""#),
        ("  EOT\n\tEOT_x\n", "<<EOT__\n  EOT\n\tEOT_x\nEOT__"), ("\\ \"é\"\n\n", "<<EOT\n\\ \"é\"\n\nEOT"),
        ("a $${b}\n", #""a $\u0024{b}\n""#), ("a ${b}\n", "<<EOT\na $${b}\nEOT"),
    ])
    func `code is a heredoc where it comes out the same`(code: String, hcl: String) {
        #expect(HCL.code(code).unicodeScalars.elementsEqual(hcl.unicodeScalars), "\(HCL.code(code))")
    }

    @Test func `whatever the text, it comes out again`() {
        let parts =
            ["$", "%", "{", "}", "${", "%{", "\\", "\"", "\n", "\n", "\t", "\r", " ", "a", "EOT", "é", "\u{301}"]
            + ["\u{2028}", "\u{a0}", "😀", "~", "\u{1}", "\u{7f}", "\0", "u0024", "\u{feff}", "_"]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<12, using: &generator)
            let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            for text in [text, text + "\n"] {
                let (code, quoted) = (HCLDecoder.text(HCL.code(text)), HCLDecoder.text(HCL.quoted(text)))
                #expect(code.map { Array($0.utf8) } == Array(text.utf8), "\(HCL.code(text).debugDescription)")
                #expect(quoted.map { Array($0.utf8) } == Array(text.utf8), "\(HCL.quoted(text).debugDescription)")
            }
        }
    }
}

/// Reads a literal as HCL's specification says, refusing templates; nil for what is none.
enum HCLDecoder {
    static func text(_ literal: String) -> String? {
        let scalars = Array(literal.unicodeScalars)
        if scalars.starts(with: "\"".unicodeScalars) { return quoted(scalars) }
        guard literal.hasPrefix("<<"), let first = scalars.firstIndex(of: "\n") else { return nil }
        let end = String(String.UnicodeScalarView(scalars[2..<first]))
        var lines = scalars[(first + 1)...].split(separator: "\n", omittingEmptySubsequences: false)
        // The first line that is the end but for spaces around it must be the last one.
        let ends = lines.indices.filter { place in
            let line = String(String.UnicodeScalarView(lines[place]))
            return String(line.drop(while: \.isWhitespace)).split(whereSeparator: \.isWhitespace).first ?? "" == end
        }
        guard ends == [lines.count - 1] else { return nil }
        lines.removeLast()
        return template(Array(lines.joined(separator: ["\n"])) + ["\n"], hasEscapes: false)
    }

    private static func quoted(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count >= 2, scalars.last == "\"" else { return nil }
        return template(Array(scalars.dropFirst().dropLast()), hasEscapes: true)
    }

    private static func template(_ scalars: [Unicode.Scalar], hasEscapes: Bool) -> String? {
        var (result, place) = (String.UnicodeScalarView(), 0)
        func at(_ offset: Int) -> Unicode.Scalar? { place + offset < scalars.count ? scalars[place + offset] : nil }
        let escapes: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\"]
        while let scalar = at(0) {
            if scalar == "$" || scalar == "%", at(1) == "{" { return nil }
            if scalar == "$" || scalar == "%", at(1) == scalar, at(2) == "{" {
                // Whether a third one before belongs to it is read in more than one way.
                if place > 0, scalars[place - 1] == scalar { return nil }
                result.append(scalar)
                place += 2
            } else if hasEscapes, scalar == "\\", at(1) == "u" {
                let digits = scalars[min(place + 2, scalars.count)..<min(place + 6, scalars.count)]
                let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
                guard digits.count == 4, let decoded = code.flatMap(Unicode.Scalar.init) else { return nil }
                result.append(decoded)
                place += 6
                continue
            } else if hasEscapes, scalar == "\\" {
                guard let escape = at(1).flatMap({ escapes[$0] }) else { return nil }
                result.append(escape)
                place += 2
                continue
            } else if hasEscapes, scalar == "\"" || scalar == "\n" || scalar == "\r" {
                return nil
            } else {
                result.append(scalar)
                place += 1
                continue
            }
            // The brace behind an escaped mark is text.
            result.append("{")
            place += 1
        }
        return String(result)
    }
}
