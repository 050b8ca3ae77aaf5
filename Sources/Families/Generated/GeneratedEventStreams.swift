// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let eventStreams = GeneratedFamily(
        name: "event-streams", firstNumber: 143,
        operations: """
            GET /event-streams get_event-streams read:event_streams - q document Get event streams
            POST /event-streams post_event-streams create:event_streams body - document Create an event stream
            GET /event-streams/{id} get_event-streams_by_id read:event_streams - p document Get an event stream by ID
            PATCH /event-streams/{id} patch_event-streams_by_id update:event_streams body p document Update an event stream
            DELETE /event-streams/{id} delete_event-streams_by_id delete:event_streams - p document Delete an event stream
            GET /event-streams/{id}/deliveries get_event_deliveries read:event_streams,read:event_deliveries - qp document Get this event stream's delivery history
            GET /event-streams/{id}/deliveries/{event_id} get_deliveries_by_event_id read:event_deliveries - p document Get a specific event's delivery history
            POST /event-streams/{id}/redeliver post_redeliver update:event_deliveries body p document Redeliver failed events
            POST /event-streams/{id}/redeliver/{event_id} post_redeliver_by_event_id update:event_deliveries - p document Redeliver a single failed event by ID
            POST /event-streams/{id}/test post_test_event update:event_streams body p document Send a test event to an event stream
            GET /event-streams/{id}/stats get_event_stream_stats read:event_streams - - recorded
            """,
        schemas: ##"""
            {"get_event-streams.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_event-streams.body":{"o":[{"t":"o","x":0,"r":["destination"],"p":{"name":{"t":"s","d":"Name of the event stream","l":1,"L":128},"subscriptions":{"t":"a","d":"List of event types subscribed to in this stream","c":1,"a":{"$":"EventStreamSubscription"}},"destination":{"t":"o","x":0,"r":["type","configuration"],"p":{"type":{"t":"s","e":["webhook"]},"configuration":{"t":"o","d":"Configuration specific to a webhook destination","x":0,"r":["webhook_endpoint","webhook_authorization"],"p":{"webhook_endpoint":{"t":"s","d":"Target HTTP endpoint URL","P":"^https://.*"},"webhook_authorization":{"o":[{"t":"o","d":"Basic Authorization for HTTP requests (e.g., 'Basic credentials')","x":0,"r":["method","username"],"p":{"method":{"$":"EventStreamWebhookBasicAuthMethodEnum"},"username":{"t":"s","d":"Username","L":128,"P":"^[^:]+$"},"password":{}}},{"t":"o","d":"Bearer Authorization for HTTP requests (e.g., 'Bearer token')","x":0,"r":["method"],"p":{"method":{"$":"EventStreamWebhookBearerAuthMethodEnum"},"token":{}}},{"t":"o","d":"Custom header authorization for HTTP requests","x":0,"r":["method","header_key"],"p":{"method":{"$":"EventStreamWebhookCustomHeaderAuthMethodEnum"},"header_key":{"t":"s","d":"HTTP header name","l":1,"P":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]+$"},"header_value":{}}}]}}}}},"status":{"$":"EventStreamStatusEnum"}}},{"t":"o","x":0,"r":["destination"],"p":{"name":{"t":"s","d":"Name of the event stream","l":1,"L":128},"subscriptions":{"t":"a","d":"List of event types subscribed to in this stream","c":1,"a":{"$":"EventStreamSubscription"}},"destination":{"t":"o","x":0,"r":["type","configuration"],"p":{"type":{"t":"s","e":["eventbridge"]},"configuration":{"t":"o","d":"Configuration specific to an eventbridge destination","x":0,"r":["aws_account_id","aws_region"],"p":{"aws_account_id":{"t":"s","d":"AWS Account ID for EventBridge destination","P":"^[0-9a-f]{12}$"},"aws_region":{"t":"s","d":"AWS Region for EventBridge destination","e":["af-south-1","ap-east-1","ap-east-2","ap-northeast-1","ap-northeast-2","ap-northeast-3","ap-south-1","ap-south-2","ap-southeast-1","ap-southeast-2","ap-southeast-3","ap-southeast-4","ap-southeast-5","ap-southeast-6","ap-southeast-7","ca-central-1","ca-west-1","eu-central-1","eu-central-2","eu-north-1","eu-south-1","eu-south-2","eu-west-1","eu-west-2","eu-west-3","il-central-1","me-central-1","me-south-1","mx-central-1","sa-east-1","us-gov-east-1","us-gov-west-1","us-east-1","us-east-2","us-west-1","us-west-2"]},"aws_partner_event_source":{"t":"s","d":"AWS Partner Event Source for EventBridge destination"}}}}},"status":{"$":"EventStreamStatusEnum"}}},{"t":"o","x":0,"r":["destination"],"p":{"name":{"t":"s","d":"Name of the event stream","l":1,"L":128},"subscriptions":{"t":"a","d":"List of event types subscribed to in this stream","c":1,"a":{"$":"EventStreamSubscription"}},"destination":{"$":"EventStreamActionDestination"},"status":{"$":"EventStreamStatusEnum"}}}]},
            "get_event-streams_by_id.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "patch_event-streams_by_id.body":{"t":"o","x":0,"p":{
            "name":{"t":"s","d":"Name of the event stream","l":1,"L":128},
            "subscriptions":{"t":"a","d":"List of event types subscribed to in this stream","a":{"$":"EventStreamSubscription"}},
            "destination":{"o":[{"t":"o","x":0,"r":["type","configuration"],"p":{"type":{"t":"s","e":["webhook"]},"configuration":{"t":"o","d":"Configuration specific to a webhook destination","x":0,"r":["webhook_endpoint","webhook_authorization"],"p":{"webhook_endpoint":{"t":"s","d":"Target HTTP endpoint URL","P":"^https://.*"},"webhook_authorization":{"o":[{"t":"o","d":"Basic Authorization for HTTP requests (e.g., 'Basic credentials')","x":0,"r":["method","username"],"p":{"method":{"$":"EventStreamWebhookBasicAuthMethodEnum"},"username":{"t":"s","d":"Username","L":128,"P":"^[^:]+$"},"password":{}}},{"t":"o","d":"Bearer Authorization for HTTP requests (e.g., 'Bearer token')","x":0,"r":["method"],"p":{"method":{"$":"EventStreamWebhookBearerAuthMethodEnum"},"token":{}}},{"t":"o","d":"Custom header authorization for HTTP requests","x":0,"r":["method","header_key"],"p":{"method":{"$":"EventStreamWebhookCustomHeaderAuthMethodEnum"},"header_key":{"t":"s","d":"HTTP header name","l":1,"P":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]+$"},"header_value":{}}}]}}}}},{"$":"EventStreamActionDestination"}]},
            "status":{"$":"EventStreamStatusEnum"}}},
            "patch_event-streams_by_id.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "delete_event-streams_by_id.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "get_event_deliveries.query":{"t":"o","p":{
            "statuses":{"t":"s","d":"Comma-separated list of statuses by which to filter"},
            "event_types":{"t":"s","d":"Comma-separated list of event types by which to filter"},
            "date_from":{"t":"s","L":20,"d":"An RFC-3339 date-time for redelivery start, inclusive. Does not allow sub-second precision"},
            "date_to":{"t":"s","L":20,"d":"An RFC-3339 date-time for redelivery end, exclusive. Does not allow sub-second precision"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "get_event_deliveries.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "get_deliveries_by_event_id.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"},
            "event_id":{"t":"s","l":26,"L":26,"d":"Unique identifier for the event"}}},
            "post_redeliver.body":{"t":"o","x":0,"p":{
            "date_from":{"t":"s","d":"An RFC-3339 date-time for redelivery start, inclusive. Does not allow sub-second precision","L":20,"f":"date-time"},
            "date_to":{"t":"s","d":"An RFC-3339 date-time for redelivery end, exclusive. Does not allow sub-second precision","L":20,"f":"date-time"},
            "statuses":{"t":"a","d":"Filter by status","a":{"t":"s","d":"Delivery status","L":6,"e":["failed"]}},
            "event_types":{"t":"a","d":"Filter by event type","a":{"t":"s","e":["group.created","group.deleted","group.member.added","group.member.deleted","group.role.assigned","group.role.deleted","group.updated","organization.connection.added","organization.connection.removed","organization.connection.updated","organization.created","organization.deleted","organization.group.role.assigned","organization.group.role.deleted","organization.member.added","organization.member.deleted","organization.member.role.assigned","organization.member.role.deleted","organization.updated","user.created","user.deleted","user.updated"]}}}},
            "post_redeliver.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "post_redeliver_by_event_id.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"},
            "event_id":{"t":"s","l":26,"L":26,"d":"Unique identifier for the event"}}},
            "post_test_event.body":{"t":"o","d":"The payload for sending a test event to an event stream","x":0,"r":["event_type"],"p":{
            "event_type":{"t":"s","d":"The type of event this test event represents","L":33,"e":["group.created","group.deleted","group.member.added","group.member.deleted","group.role.assigned","group.role.deleted","group.updated","organization.connection.added","organization.connection.removed","organization.connection.updated","organization.created","organization.deleted","organization.group.role.assigned","organization.group.role.deleted","organization.member.added","organization.member.deleted","organization.member.role.assigned","organization.member.role.deleted","organization.updated","user.created","user.deleted","user.updated"]},
            "data":{"t":"o","d":"The raw payload of the test event"}}},
            "post_test_event.path":{"t":"o","p":{
            "id":{"t":"s","f":"event-stream-id","d":"Unique identifier for the event stream"}}},
            "EventStreamActionDestination":{"t":"o","x":0,"r":["type","configuration"],"p":{
            "type":{"t":"s","e":["action"]},
            "configuration":{"t":"o","d":"Configuration specific to an action destination","x":0,"r":["action_id"],"p":{"action_id":{"t":"s","d":"Action ID for the action destination"}}}}},
            "EventStreamStatusEnum":{"t":"s","d":"Indicates whether the event stream is actively forwarding events","L":8,"e":["enabled","disabled"]},
            "EventStreamSubscription":{"t":"o","d":"Event types","x":0,"p":{
            "event_type":{"t":"s"}}},
            "EventStreamWebhookBasicAuthMethodEnum":{"t":"s","d":"Type of authorization","e":["basic"]},
            "EventStreamWebhookBearerAuthMethodEnum":{"t":"s","d":"Type of authorization","e":["bearer"]},
            "EventStreamWebhookCustomHeaderAuthMethodEnum":{"t":"s","d":"Type of authorization","e":["custom_header"]}}
            """##)
}
