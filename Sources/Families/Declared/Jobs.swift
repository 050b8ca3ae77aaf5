import Resources

extension Families {
    /// Reference users-organizations.md section 14.
    static let jobs = Family(
        .jobs, lacks: "sends no mail",
        [
            Resource(
                "jobs", .collection(.letters(prefix: "job_", 16)),
                order: .members(
                    """
                    type status connection_id external_id summary format limit fields location connection \
                    status_details created_at id
                    """),
                stamps: .init(updated: nil), sealed: ["file", "upsert", "user_id", "errors"], indexed: ["status"],
                missing: Refusal(404, "The job does not exist", "inexistent_job", .specified))
        ],
        acts: [
            "post_users-imports": JobActs.importUsers, "post_users-exports": JobActs.exportUsers,
            "post_verification-email": JobActs.sendVerification, "get_jobs_by_id": JobActs.read,
            "get_errors": JobActs.errors,
        ])

    /// Reference users-organizations.md section 15.
    static let tickets = Family(
        .tickets, lacks: "no page behind its links", [],
        acts: [
            "post_email-verification": TicketActs.verifyEmail, "post_password-change": TicketActs.changePassword,
        ], secrets: ["ticket"])
}
