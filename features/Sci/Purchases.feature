@sci @time-travel
Feature: A pairing carries a purchase
  Before a transaction the POS calls GET /v1/pairing-info. The terminal takes the purchase, and the POS learns the result.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: A purchase comes to one of four results

    Background:
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"

    Scenario Outline: The purchase is <act> on the terminal
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 has called GET /v1/pairing-info
      And sci-pos-1 has called POST /v1/transactions
      And eftpos-1 shows "AUD 10.00"
      When the purchase is <act> on eftpos-1
      Then the purchase on sci-pos-1 is <result>

      Examples:
        | act       | result    |
        | approved  | APPROVED  |
        | declined  | DECLINED  |
        | cancelled | CANCELLED |

    Scenario: The terminal is lost during the purchase
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And eftpos-1 loses power
      Then the purchase on sci-pos-1 is UNKNOWN

    Scenario: The purchase is unpaired away
      Given sci-pos-2 is paired with eftpos-1 as "Back Bar"
      When sci-pos-2 sells for 10.00 over "Back Bar"
      And the purchase is approved on eftpos-1
      Then the purchase on sci-pos-2 is APPROVED
      When [OK] is pressed on sci-pos-2
      And the merchant unpairs "Back Bar" on eftpos-1
      And sci-pos-2 sells for 10.00 over "Back Bar"
      Then sci-pos-2 shows "No active pairings found"

  Rule: A signature is judged at the POS

    Background:
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"

    Scenario Outline: The customer signs, and the merchant <act> the signature
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And [Signature] is pressed on eftpos-1
      Then sci-pos-1 shows "Check the customer's signature"
      When [<button>] is pressed on sci-pos-1
      Then the purchase on sci-pos-1 is <result>

      Examples:
        | act     | button           | result   |
        | accepts | Accept signature | APPROVED |
        | rejects | Reject signature | DECLINED |

    Scenario: The purchase is cancelled on the terminal while the signature is judged
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And [Signature] is pressed on eftpos-1
      Then sci-pos-1 shows "Check the customer's signature"
      When the purchase is cancelled on eftpos-1
      And [Accept signature] is pressed on sci-pos-1
      Then the purchase on sci-pos-1 is CANCELLED

  Rule: A purchase that the terminal cannot take is refused

    Background:
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"

    Scenario: The terminal is offline
      When [Go offline] is pressed on eftpos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "The payment device is not connected."
      When [Go online] is pressed on eftpos-1
      And 1 second pass
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "AUD 10.00"

    Scenario: The terminal has no power
      When eftpos-1 loses power
      And 30 seconds pass
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "The payment device is not connected."

    Scenario: The terminal is busy
      Given eftpos-1 is busy with a settlement
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "Transaction refused: The payment device is busy"
      When [Finish] is pressed on eftpos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "AUD 10.00"

    Scenario: The terminal is busy with a pairing
      When pairing is initiated on eftpos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "Transaction refused: The payment device is busy"

  Rule: Transactions run on an active pairing only

    Scenario: A POS that is not paired
      Given sci-pos-1 is at the sale screen
      Then sci-pos-1 shows "Not paired. Open Pairing to pair an EFTPOS terminal."

    Scenario: The merchant has not confirmed yet
      Given a POS of another maker waits for the confirmation on eftpos-1
      When it posts to /v1/transactions the body {"purchase_details":{"purchase_amount":1000}}
      Then SCI answers 401 no_active_pairings_found "No active pairings found"

    Scenario: A transaction that does not exist
      Given a POS of another maker is paired with eftpos-1
      When it asks for GET /v1/transactions/txn_none?min_version=2
      Then SCI answers 404 transaction_not_found "Transaction not found"
