@access-control @time-travel
Feature: Card status at the acquirer
  The acquirer provides an account status inquiry to verify the card. Whatever goes wrong there, nobody gets in.

  Background:
    Given MACS with its third parties

  Rule: The response code decides

    Scenario Outline: The acquirer answers the status inquiry with <code>
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And the acquirer answers the status inquiry with <code>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "<shown>"
      And the latest operation of Anna is
        | column                  | value       |
        | Card auth response code | CODE_<code> |

      Examples:
        | code | shown                                                                             |
        | 00   | Free visits left: 2                                                               |
        | 85   | Free visits left: 2                                                               |
        | 05   | Card status authorization failed. Use the card again to try amount verification. |
        | 14   | CARD_ASI_FAILED                                                                   |
        | 41   | CARD_ASI_FAILED                                                                   |
        | 43   | CARD_ASI_FAILED                                                                   |
        | 54   | CARD_ASI_FAILED                                                                   |
        | 57   | CARD_ASI_FAILED                                                                   |
        | 62   | CARD_ASI_FAILED                                                                   |
        | 91   | CARD_ASI_FAILED                                                                   |
        | 96   | CARD_ASI_FAILED                                                                   |

    Scenario Outline: The card is used again to try amount verification, which is answered with <code>
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And the acquirer answers the status inquiry with 05
      And the acquirer answers the amount verification with <code>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED
      When Anna taps her card again at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | code | shown                                                         |
        | 00   | Free visits left: 2                                           |
        | 51   | Insufficient card funds. Authorization cannot be performed. |
        | 05   | Amount verification failed.                                   |

    Scenario: After the amount verification the next tap begins anew
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And the acquirer answers the status inquiry with 05
      And the acquirer answers the amount verification with 51
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with CARD_AUTH_INSUFFICIENT_FUNDS
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED

    Scenario: The product that the acquirer says decides
      Given the ruleset "Platinum"
        | parameter                  | value |
        | Product Code               | MPL   |
        | Number of free invitations | 2     |
      And Anna has a Gold card of Alpha Bank
      And the acquirer approves cards as MPL
      And macs-1 is paired
      When Anna enters at macs-1
      Then the latest operation of Anna is
        | column  | value |
        | Product | MPL   |

  Rule: Nobody gets in on an error

    Background:
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank

    Scenario Outline: The acquirer <behaviour>
      Given the acquirer <behaviour>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED

      Examples:
        | behaviour                             |
        | answers slowly                        |
        | resets the connection                 |
        | answers 503                           |
        | answers 400                           |
        | answers 409                           |
        | answers nonsense                      |
        | accepts the inquiry and never answers |

    Scenario Outline: After an inquiry without an answer too the card is used again to try amount verification: the acquirer <behaviour>
      Given the acquirer <behaviour>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED
      When the acquirer answers the amount verification with 51
      And Anna taps her card again at macs-1
      Then macs-1 refuses the entry with CARD_AUTH_INSUFFICIENT_FUNDS

      Examples:
        | behaviour             |
        | answers slowly        |
        | resets the connection |

    Scenario Outline: The acquirer answers 05, and at the amount verification it <behaviour>
      Given the acquirer answers the status inquiry with 05
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with CARD_ASI_FAILED
      When the acquirer <behaviour>
      And Anna taps her card again at macs-1
      Then macs-1 refuses the entry with CARD_AMOUNT_AUTH_FAILED

      Examples:
        | behaviour                             |
        | answers slowly                        |
        | resets the connection                 |
        | answers 503                           |
        | answers nonsense                      |
        | accepts the inquiry and never answers |

    Scenario: The acquirer accepts the inquiry, and its answer is polled
      Given the acquirer accepts the inquiry and answers later
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "Free visits left: 2"
