// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let sessions = GeneratedFamily(
        name: "sessions", firstNumber: 402,
        operations: """
            GET /sessions/{id} get_session read:sessions - - document Get session
            PATCH /sessions/{id} patch_sessions_by_id update:sessions body - document Update session
            DELETE /sessions/{id} delete_session delete:sessions - - document Delete session
            POST /sessions/{id}/revoke revoke_session delete:sessions,delete:refresh_tokens - - document Revokes a session
            """,
        schemas: ##"""
            {"patch_sessions_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "session_metadata":{"t":"oz","d":"Metadata associated with the session. Pass null or {} to remove all session_metadata","K":25}}}}
            """##)
}
