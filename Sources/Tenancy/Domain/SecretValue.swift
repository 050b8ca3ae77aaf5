/// A secret's value: goes in, is compared, and is never printed by accident.
///
/// Descriptions and mirrors show a placeholder, so that logs, interpolation, `dump` and crash reports have nothing
/// to leak. The one way out is `reveal()`.
package struct SecretValue: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    package static func == (left: SecretValue, right: SecretValue) -> Bool {
        left.text.isExactly(right.text)
    }

    /// The value itself, for exports that were asked to contain it.
    package func reveal() -> String { text }

    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
