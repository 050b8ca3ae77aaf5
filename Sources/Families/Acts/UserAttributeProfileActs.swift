import JSON
import Resources
import Tenancy

enum UserAttributeProfileActs {
    static func templates(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, ["user_attribute_profile_templates": [JSONTree(text: UserAttributeProfileTemplate.text)]])
    }

    static func template(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard call.parameters.last == UserAttributeProfileTemplate.id else {
            throw Refusal(404, "User attribute profile template not found.", .specified)
        }
        return Answer(200, Array(UserAttributeProfileTemplate.text.utf8))
    }
}
