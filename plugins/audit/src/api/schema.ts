import gql from 'graphql-tag';

export const adminSchema = gql`
    enum EfiAuditClass {
        transaction
        authentication
        security
    }

    enum EfiAuditStatus {
        success
        refused
        denied
        failed
    }

    type EfiAuditEntry {
        id: ID!
        at: DateTime!
        class: EfiAuditClass!
        status: EfiAuditStatus!
        action: String!
        "administrator, customer, anonymous, machine-key or system"
        actorKind: String!
        userId: ID
        "Name of the account as it is now; none when the account is gone"
        user: String
        resourceType: String
        resourceId: String
        "What changed, as it was. Personal data is masked"
        before: JSON
        "What changed, as it is"
        after: JSON
        detail: JSON
        requestId: String
        channelId: ID
        "IP address"
        address: String
        "User agent"
        client: String
        "Its number in the chain of its class; none for a second or two after it was written"
        link: String
    }

    type EfiAuditEntries {
        "Newest first"
        items: [EfiAuditEntry!]!
        "Whether there are older ones: ask again with the last id as \`before\`"
        hasMore: Boolean!
    }

    input EfiAuditFilter {
        classes: [EfiAuditClass!]
        statuses: [EfiAuditStatus!]
        actorKinds: [String!]
        "Name of an account, exact but for case"
        user: String
        "Part of the action's name"
        action: String
        resourceType: String
        resourceId: String
        requestId: String
        "IP address"
        address: String
        from: DateTime
        "Up to, and not with"
        to: DateTime
    }

    type EfiAuditState {
        verifiedAt: DateTime
        "Whether the last verification found the trail whole"
        isWhole: Boolean
        "The first bad row that it found"
        fault: String
        anchorNumber: Int
        anchorAt: DateTime
        "Entries that are not linked yet, and since when"
        waiting: Int!
        waitingSince: DateTime
    }

    "A pattern in the trail that somebody should look at"
    type EfiAuditAlert {
        id: ID!
        "Name of the rule, or chain-broken"
        pattern: String!
        userId: ID
        "Name of the account as it is now"
        user: String
        "IP address"
        address: String
        at: DateTime!
        lastAt: DateTime!
        "Entries within the rule's window, the most at once"
        count: Int!
        message: String
        acknowledgedAt: DateTime
        acknowledgedBy: String
    }

    extend type Query {
        "Those that nobody has looked at before all others, each newest first. Of all channels: in the default channel only. take: 1 to 500"
        efiAuditAlerts(take: Int = 100): [EfiAuditAlert!]!
        efiAuditAlertsWaiting: Int!
        "Entries of the active channel; in the default channel, of all. Reading is written down, too. take: 1 to 500"
        efiAuditEntries(
            filter: EfiAuditFilter
            before: ID
            take: Int = 50
            isExport: Boolean = false
        ): EfiAuditEntries!
        efiAuditState: EfiAuditState!
    }

    extend type Mutation {
        "Says that somebody looked at it. Who was first stays"
        acknowledgeEfiAuditAlert(id: ID!): EfiAuditAlert!
    }
`;
