import JSON

/// Attributes of users as the service maps them unless it is told otherwise (reference clients-connections.md sections
/// 8 and 9).
enum ProvisioningMapping {
    /// SCIM's paths and the service's, a line each; nil for strategies without SCIM.
    static func scim(_ strategy: String) -> [(String, String)]? {
        switch strategy {
        case "okta": pairs(scimOkta)
        case "waad": pairs(scimEntra)
        // INFERRED: the contract has only the two above.
        case "oidc", "samlp": pairs(scimOkta)
        default: nil
        }
    }

    /// The directory's names and the service's; nil for strategies without a directory.
    static func directory(_ strategy: String) -> [(String, String)]? {
        strategy == "google-apps" ? pairs(directoryGoogle) : nil
    }

    /// As the configuration shows them: the foreign name first.
    static func items(_ pairs: [(String, String)], _ foreign: String) -> JSONTree {
        .array(pairs.map { .object([.init(foreign, .string($0.0)), .init("auth0", .string($0.1))]) })
    }

    /// As the answer that only shows the default has them: the other way round (RECORDED 11).
    static func defaults(_ pairs: [(String, String)], _ foreign: String) -> JSONTree {
        let items = pairs.map { pair in
            JSONTree.object([.init("auth0", .string(pair.1)), .init(foreign, .string(pair.0))])
        }
        return ["mapping": .array(items)]
    }

    private static func pairs(_ text: String) -> [(String, String)] {
        text.split(separator: "\n").map { line in
            let bytes = line.utf8
            guard let mark = bytes.lastIndex(of: 0x3E) else { return (String(line), String(line)) }
            return (
                String(decoding: bytes[..<mark].dropLast(), as: UTF8.self),
                String(decoding: bytes[mark...].dropFirst(2), as: UTF8.self)
            )
        }
    }

    private static let scimOkta = """
        userName > preferred_username
        emails[primary eq true].value > email
        externalId > app_metadata.external_id
        active > blocked
        displayName > name
        name.givenName > given_name
        name.familyName > family_name
        name.middleName > app_metadata.middle_name
        name.honorificPrefix > app_metadata.honorific_prefix
        name.honorificSuffix > app_metadata.honorific_suffix
        nickName > nickname
        photos[type eq "photo"].value > picture
        phoneNumbers[primary eq true].value > app_metadata.primary_phone_number
        phoneNumbers[type eq "mobile"].value > app_metadata.mobile_phone_number
        """ + "\n" + enterprise

    private static let scimEntra = """
        userName > upn
        emails[type eq "work"].value > email
        externalId > app_metadata.external_id
        active > blocked
        displayName > name
        name.givenName > given_name
        name.familyName > family_name
        nickName > nickname
        photos[type eq "photo"].value > picture
        phoneNumbers[type eq "work"].value > app_metadata.work_phone_number
        phoneNumbers[type eq "mobile"].value > app_metadata.mobile_phone_number
        phoneNumbers[type eq "fax"].value > app_metadata.fax_number
        """ + "\n" + enterprise

    /// What both end with.
    private static let enterprise = """
        addresses[type eq "work"].streetAddress > app_metadata.street_address
        addresses[type eq "work"].locality > app_metadata.city
        addresses[type eq "work"].region > app_metadata.state
        addresses[type eq "work"].postalCode > app_metadata.postal_code
        addresses[type eq "work"].formatted > app_metadata.postal_address
        addresses[type eq "work"].country > app_metadata.country
        profileUrl > app_metadata.profile_url
        userType > app_metadata.user_type
        title > app_metadata.title
        preferredLanguage > app_metadata.language
        locale > app_metadata.locale
        timezone > app_metadata.timezone
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.employeeNumber > app_metadata.employee_id
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.costCenter > app_metadata.cost_center
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.organization > app_metadata.organization
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.division > app_metadata.division
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.department > app_metadata.department
        urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager > app_metadata.manager
        """

    private static let directoryGoogle = """
        id > app_metadata.external_id
        primaryEmail > email
        primaryEmail > primaryEmail
        name.fullName > name
        name.givenName > given_name
        name.familyName > family_name
        isAdmin > isAdmin
        isAdmin > is_admin
        isDelegatedAdmin > isDelegatedAdmin
        agreedToTerms > agreedToTerms
        agreedToTerms > tou_accepted
        suspended > suspended
        suspended > is_suspended
        suspended > blocked
        suspensionReason > suspensionReason
        archived > archived
        ipWhitelisted > ipWhitelisted
        ipWhitelisted > is_ipWhitelisted
        kind > kind
        etag > etag
        customerId > customerId
        orgUnitPath > orgUnitPath
        emails > emails
        phones > phones
        externalIds > externalIds
        aliases > aliases
        addresses > addresses
        organizations > organizations
        nonEditableAliases > nonEditableAliases
        relations > relations
        languages > languages
        posixAccounts > posixAccounts
        notes > notes
        websites > websites
        locations > locations
        keywords > keywords
        gender > gender
        ims > ims
        creationTime > creationTime
        lastLoginTime > lastLoginTime
        changePasswordAtNextLogin > changePasswordAtNextLogin
        isMailboxSetup > isMailboxSetup
        includeInGlobalAddressList > includeInGlobalAddressList
        thumbnailPhotoUrl > thumbnailPhotoUrl
        thumbnailPhotoEtag > thumbnailPhotoEtag
        isEnrolledIn2Sv > isEnrolledIn2Sv
        isEnforcedIn2Sv > isEnforcedIn2Sv
        recoveryEmail > recoveryEmail
        recoveryPhone > recoveryPhone
        sshPublicKeys > sshPublicKeys
        customSchemas > customSchemas
        """
}
