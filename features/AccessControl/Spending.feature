@access-control @time-travel
Feature: Spend based control
  You can determine the customer's required spending to enable entry. MRS provides information about the cardholder's
  spending: at most 90 days a query, and 25 transactions a page.

  Background:
    Given MACS with its third parties

  Rule: What was spent in the period counts

    Scenario Outline: 100 EUR at sports stores within 10 days: a purchase of <amount> in category <mcc>
      Given the ruleset "Sporty"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
        | MCC ID                     | 5941    |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of 1 purchase of <amount> in category <mcc> from 9 days ago to 1 days ago
      And MRS is asked for 10 days
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | amount     | mcc  | shown                                                                                           |
        | 100.00 EUR | 5941 | Free visits left: 2                                                                             |
        | 99.99 EUR  | 5941 | Requirements to access the service are not fulfiled. Contact your bank for more information. |
        | 100.00 EUR | 5812 | UNMET_REQUIREMENTS                                                                              |
        | 400.00 PLN | 5941 | Free visits left: 2                                                                             |
        | 399.99 PLN | 5941 | UNMET_REQUIREMENTS                                                                              |
        | 99999 JPY  | 5941 | UNMET_REQUIREMENTS                                                                              |

    Scenario Outline: The period is counted to the minute: tapped on 2026-01-15 at 12:30, bought at <bought>
      Given the ruleset "Ten days"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And MRS tells of a purchase of 100 EUR in category 5941 on <bought>
      When 10 days pass
      And it is 12:30:00
      And MRS is asked for 10 days
      And Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | bought              | shown               |
        | 2026-01-05 12:29:59 | UNMET_REQUIREMENTS  |
        | 2026-01-05 12:30:00 | Free visits left: 2 |

    Scenario Outline: A spend period of 120 days takes two queries and several pages: <count> purchases of 10 EUR
      Given the ruleset "Big spenders"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 800 EUR |
        | Spend period in days       | 120     |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of <count> purchases of 10.00 EUR in category 5941 from 119 days ago to 1 days ago
      And MRS is asked for 120 days
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | count | shown               |
        | 80    | Free visits left: 2 |
        | 79    | UNMET_REQUIREMENTS  |

    Scenario: Who had spent enough within the grace period is still let in
      Given the ruleset "With grace"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
        | Grace period in days       | 5       |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of 1 purchase of 100.00 EUR in category 5941 from 14 days ago to 13 days ago
      And MRS is asked for 15 days
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "Free visits left: 2"

  Rule: Nobody gets in on an error

    Background:
      Given the ruleset "Sporty"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |

    Scenario Outline: MRS <behaviour>
      Given Anna has a Gold card of Alpha Bank
      And MRS tells of 5 purchases of 100.00 EUR in category 5941 from 9 days ago to 1 days ago
      And MRS is asked for 10 days
      And MRS <behaviour>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with UNMET_REQUIREMENTS
      And the latest operation of Anna is
        | column | value               |
        | Rule   | Spend based control |
      And macs-1 shows "The card's spending can't be checked at the moment. Try again later."

      Examples:
        | behaviour             |
        | answers slowly        |
        | resets the connection |
        | answers 503           |
        | answers 400           |
        | answers nonsense      |

    Scenario: A ruleset without spending lets in while MRS is down
      Given the ruleset "Paid for all"
        | parameter                  | value  |
        | Number of paid invitations | 9      |
        | Amount                     | 30 EUR |
      And Anna has a Gold card of Alpha Bank
      And MRS answers 503
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 lets the cardholder in for 30.00 EUR
