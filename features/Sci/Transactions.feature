@sci @time-travel
Feature: Transactions of every kind, and how they come to their end
  A POS sends the amounts in parts; the terminal adds a tip and a surcharge where the POS has given none. What the POS shows and offers
  comes with each answer (the Action Framework). When no answer comes, the merchant says how it ended.

  Background:
    Given a shop with EFTPOS terminals and POSs
    And sci-pos-1 is paired with eftpos-1 as "Front Bar"

  Rule: The terminal shows what it is about

    Scenario Outline: <button>
      When [<button> Front Bar] is pressed on sci-pos-1 for 20.00
      Then eftpos-1 shows "<title>"
      And eftpos-1 shows "AUD 20.00"
      When [Approve] is pressed on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
      And sci-pos-1 shows "<title>"
      And sci-pos-1 shows "<part>: AUD 20.00"

      Examples:
        | button   | title         | part    |
        | Refund   | Refund        | Refund  |
        | Cash out | Cash out      | Cashout |
        | MOTO     | MOTO purchase | Moto    |

    Scenario: A purchase with cash
      When sci-pos-1 sells for 10.00 over "Front Bar" with 50.00 in cash
      Then eftpos-1 shows "Purchase with cash out"
      And eftpos-1 shows "AUD 60.00"
      And eftpos-1 shows "Cash out: AUD 50.00"

  Rule: Tip and surcharge are parts of their own

    Scenario Outline: The POS gives the <what>
      Given eftpos-1 has its tipping set to "On the terminal"
      And eftpos-1 has its surcharge set to "2 %"
      When sci-pos-1 sells for 10.00 over "Front Bar" with a <what> of 1.00
      Then eftpos-1 shows "<shown>"

      Examples:
        | what      | shown      |
        | tip       | AUD 11.22  |
        | surcharge | Add a tip? |

    Scenario: The customer gives a tip on the terminal
      Given eftpos-1 has its tipping set to "On the terminal"
      And eftpos-1 has its surcharge set to "1 %"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "Add a tip?"
      When [Tip 10 %] is pressed on eftpos-1
      Then eftpos-1 shows "AUD 11.11"
      When [Approve] is pressed on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
      And sci-pos-1 shows "Tip: AUD 1.00"
      And sci-pos-1 shows "Surcharge: AUD 0.11"

    Scenario: The tip is entered on the POS
      Given eftpos-1 has its tipping set to "On the POS"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "Enter the customer's tip"
      When "much" is entered as "Tip" on sci-pos-1
      And [Add tip] is pressed on sci-pos-1
      Then sci-pos-1 shows "is not an amount of money such as 1.50"
      When "1.50" is entered as "Tip" on sci-pos-1
      And [Add tip] is pressed on sci-pos-1
      Then eftpos-1 shows "AUD 11.50"

  Rule: Receipts and signatures are handled where the POS says

    Scenario: The receipt to be signed is printed by the POS by itself
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And [Signature] is pressed on eftpos-1
      Then sci-pos-1 shows "SIGNATURE REQUIRED"

    Scenario: The receipt to be signed is printed at a button
      Given sci-pos-1 is at its other transactions
      When [Print signature receipts by itself: on] is pressed on sci-pos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      And [Signature] is pressed on eftpos-1
      Then sci-pos-1 shows "Check the customer's signature"
      And sci-pos-1 does not show "SIGNATURE REQUIRED"
      When [Print receipt] is pressed on sci-pos-1
      Then sci-pos-1 shows "SIGNATURE REQUIRED"

    Scenario Outline: The signature is <judged> on the terminal
      Given sci-pos-1 is at its other transactions
      When [Signature on the terminal: off] is pressed on sci-pos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      And [Signature] is pressed on eftpos-1
      Then eftpos-1 shows "SIGNATURE REQUIRED"
      When [<button>] is pressed on eftpos-1
      Then the purchase on sci-pos-1 is <result>

      Examples:
        | judged   | button           | result   |
        | accepted | Accept signature | APPROVED |
        | rejected | Reject signature | DECLINED |

    Scenario: The terminal prints, and the POS need not
      Given sci-pos-1 is at its other transactions
      When [Merchant receipt on the terminal: off] is pressed on sci-pos-1
      And [Customer receipt on the terminal: off] is pressed on sci-pos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      And [Approve] is pressed on eftpos-1
      Then eftpos-1 shows "Customer receipt?"
      When [Print receipt] is pressed on eftpos-1
      Then eftpos-1 shows "Printed: merchant receipt"
      And eftpos-1 shows "Printed: customer receipt"
      And the purchase on sci-pos-1 is APPROVED

    Scenario: The POS prints both receipts
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the purchase is approved on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
      When [Print customer receipt] is pressed on sci-pos-1
      Then sci-pos-1 shows "CUSTOMER COPY"
      When [Print merchant receipt] is pressed on sci-pos-1
      Then sci-pos-1 shows "MERCHANT COPY"

  Rule: A declined or cancelled transaction can be tried again

    Scenario: The same transaction is begun again
      When [Refund Front Bar] is pressed on sci-pos-1 for 7.50
      And [Decline] is pressed on eftpos-1
      Then the purchase on sci-pos-1 is DECLINED
      When [Retry] is pressed on sci-pos-1
      Then eftpos-1 shows "AUD 7.50"
      And eftpos-1 shows "Refund"

  Rule: Cancel settles nothing by itself

    Scenario: The terminal still can cancel
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "Present card"
      When [Cancel] is pressed on sci-pos-1
      Then the purchase on sci-pos-1 is CANCELLED

    Scenario: The card was charged before
      Given eftpos-1 plays "approve late"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 shows "Cancelling the transaction"
      And the purchase on sci-pos-1 is APPROVED

  Rule: A settlement tells what the terminal has taken

    Scenario: An enquiry, a settlement, and what is left
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the purchase is approved on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
      When [OK] is pressed on sci-pos-1
      And [Enquire Front Bar] is pressed on sci-pos-1 for 1.00
      Then eftpos-1 shows "The POS asks for the totals."
      When [Settle] is pressed on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
      And sci-pos-1 shows "Settlement enquiry complete"
      And sci-pos-1 shows "TOT: AUD 10.00"
      When [OK] is pressed on sci-pos-1
      And [Settle Front Bar] is pressed on sci-pos-1 for 1.00
      And [Settle] is pressed on eftpos-1
      Then sci-pos-1 shows "PUR: AUD 10.00"
      When [OK] is pressed on sci-pos-1
      And [Settle Front Bar] is pressed on sci-pos-1 for 1.00
      And [Settle] is pressed on eftpos-1
      Then sci-pos-1 shows "TOT: AUD 0.00"

  Rule: When no answer comes, the merchant says how it ended

    Scenario Outline: The merchant answers [<button>]
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the cable of sci-pos-1 is pulled
      And 59 seconds pass
      Then sci-pos-1 does not show "Was the transaction successful?"
      When 61 seconds pass
      Then sci-pos-1 shows "Was the transaction successful?"
      When [<button>] is pressed on sci-pos-1
      Then the purchase on sci-pos-1 is <result>
      And sci-pos-1 shows "Recorded as the merchant has confirmed it"

      Examples:
        | button | result   |
        | Yes    | APPROVED |
        | No     | DECLINED |

    Scenario: The answer comes while the merchant is asked
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the cable of sci-pos-1 is pulled
      And the purchase is approved on eftpos-1
      And 100 seconds pass
      Then sci-pos-1 shows "Was the transaction successful?"
      When the cable of sci-pos-1 is connected again
      Then the purchase on sci-pos-1 is APPROVED

    Scenario: Twenty seconds after Cancel
      Given eftpos-1 plays "time out"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And [Cancel] is pressed on sci-pos-1
      And 19 seconds pass
      Then sci-pos-1 does not show "Was the transaction successful?"
      When 2 seconds pass
      Then sci-pos-1 shows "Was the transaction successful?"

    Scenario: The result is UNKNOWN
      Given eftpos-1 plays "time out"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then the purchase on sci-pos-1 is UNKNOWN
      And sci-pos-1 shows "Was the transaction successful?"

  Rule: A terminal may play an outcome by itself

    Scenario Outline: It plays "<plays>"
      Given eftpos-1 plays "<plays>"
      When sci-pos-1 sells for <amount> over "Front Bar"
      Then sci-pos-1 shows "<shown>"

      Examples:
        | plays        | amount | shown                                                   |
        | approve      | 10.00  | APPROVED                                                |
        | decline      | 10.00  | Transaction declined: Do not honour                     |
        | cancel       | 10.00  | CANCELLED                                               |
        | sign         | 10.00  | Check the customer's signature                          |
        | busy         | 10.00  | Transaction refused: The payment device is busy         |
        | gone         | 10.00  | The payment device is not connected.                    |
        | lost answer  | 10.00  | Please check network and terminal connections           |
        | cents        | 10.00  | APPROVED                                                |
        | cents        | 10.51  | Transaction declined: Insufficient funds                |
        | cents        | 10.91  | Transaction refused: The payment device is busy         |

    Scenario: It loses its network in the middle and comes back
      Given eftpos-1 plays "lose network"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "The payment device is not connected."
      And the purchase on sci-pos-1 is APPROVED

    Scenario: A form with every kind of element
      Given eftpos-1 plays "form"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "Text 1: A text"
      And sci-pos-1 shows "Image 1"
      When "a" is entered as "Input 1 (input_1)" on sci-pos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "TEST_ACTION"
      When [Submit] is pressed on sci-pos-1
      Then the purchase on sci-pos-1 is APPROVED
