import JSON
import Resources

extension Write {
    /// Refuses members of a member that belong to another kind of object. The schema of a change cannot tell, since the
    /// kind is not sent (INFERRED, in the words of the validator).
    func checkForeign(_ member: String, known: [String]) throws(Refusal) {
        let foreign = (request[member]?.members ?? []).map(\.key).filter { !known.contains($0) }
        guard !foreign.isEmpty else { return }
        throw .body(
            "Payload validation error: 'Additional properties not allowed: \(foreign.joined(separator: ","))' "
                + "on property \(member).", .inferred)
    }
}
