import Resources

extension Families {
    /// Reference tenant-settings.md 10.
    static let keys = Family(
        .keys, lacks: "encrypts nothing by its encryption keys; custom signing keys sign nothing",
        [
            EncryptionKeyActs.keys, SigningKeyActs.keys,
            Resource(
                "keys/custom-signing", .keyed(unset: nil),
                missing: Refusal(
                    404, "No custom signing keys found for this tenant. Upload custom signing keys first.",
                    .specified)),
        ],
        acts: [
            "get_signing_keys": SigningKeyActs.list, "get_signing_key": SigningKeyActs.read,
            "post_signing_keys": SigningKeyActs.rotate, "put_signing_keys": SigningKeyActs.revoke,
            "get_encryption_key": EncryptionKeyActs.read, "delete_encryption_key": EncryptionKeyActs.remove,
            "post_encryption_key": EncryptionKeyActs.importKey, "post_encryption_rekey": EncryptionKeyActs.rekey,
            "post_encryption_wrapping_key": EncryptionKeyActs.wrappingKey,
        ], showsSigningKey: true,
        makesKeys: [
            "get_signing_keys": .signing, "get_signing_key": .signing, "post_signing_keys": .signing,
            "put_signing_keys": .signing, "post_encryption_wrapping_key": .wrapping,
        ])
}
