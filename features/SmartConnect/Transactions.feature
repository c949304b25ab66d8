@smartconnect @time-travel
Feature: The transaction types of SmartConnect
  A register can ask a payment device for more than purchases and refunds. Each type has exactly the amounts that it needs.

  Rule: What moves money waits for a person at the device

    Scenario Outline: <button> of 5.00
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When register-1 asks for [<button>] of 5.00
      Then payment-1 shows "<title>"
      And payment-1 asks for 5.00 of register-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      And the receipt at register-1 says "TOTAL 5.00"

      Examples:
        | button                               | title         |
        | Cash advance                         | Cash advance  |
        | Authorise                            | Authorisation |
        | QR purchase, terminal shows the code | Show this code to the customer: |
        | QR purchase, customer shows the code | Scan the customer's code. |
        | QR refund                            | QR refund     |

    Scenario: A purchase with cash, which is a part of the amount
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When register-1 asks for [Purchase plus cash] of 50.00 with 20.00 in cash
      Then payment-1 asks for 50.00 of register-1
      And payment-1 shows "Cash: $20.00"
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      And the receipt at register-1 says "PURCHASE 30.00"
      And the receipt at register-1 says "CASH 20.00"

    Scenario: An authorisation is finalised
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When register-1 asks for [Authorise] of 80.00
      And the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      When register-1 asks for [Finalise] of 80.00 with the reference of that authorisation
      Then payment-1 asks for 80.00 of register-1
      And payment-1 shows "Reference: "
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: What was never authorised is not finalised
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When register-1 asks for [Finalise] of 80.00 with the reference ACQ4711
      Then register-1 shows "TransactionReference names no approved Card.Authorise that is still to be finalised"

    Scenario: Cash can't be more than the amount
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When register-1 asks for [Purchase plus cash] of 50.00 with 50.01 in cash
      Then register-1 shows "AmountCash is a part of AmountTotal and can't be more"

    Scenario: A tip and a surcharge are added on the device
      Given a SmartConnect site whose devices ask for a tip and add 3 % surcharge
      And register-1 is paired with payment-1
      And a payment of 5.00 by register-1 is on the screen of payment-1
      Then payment-1 shows "Surcharge: $0.15"
      When a tip of 1.00 is entered on payment-1
      And the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      And the receipt at register-1 says "SURCHARGE 0.15"
      And the receipt at register-1 says "TIP 1.00"
      And the receipt at register-1 says "TOTAL 6.15"

  Rule: What moves no money is done without a person

    Background:
      Given a SmartConnect site
      And register-1 is paired with payment-1

    Scenario Outline: <button>
      When register-1 asks for [<button>]
      Then the payment of register-1 has ended with "<told>"

      Examples:
        | button             | told                   |
        | Logon              | Done                   |
        | Settlement inquiry | Done                   |
        | Settlement cutover | Done                   |
        | Terminal status    | Terminal status: READY |

    Scenario: A card is read and nothing is charged
      When register-1 asks for [Read card]
      Then payment-1 shows "Present, insert or swipe the card."
      When the card is read on payment-1
      Then the payment of register-1 has ended with "Card: VISA ....1111"

    Scenario: The receipt of the last transaction is printed again
      Given a payment of 12.50 by register-1 is on the screen of payment-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      When register-1 asks for [Reprint receipt]
      Then the payment of register-1 has ended with "Done"
      And the receipt at register-1 says "*** DUPLICATE ***"
      And the receipt at register-1 says "TOTAL 12.50"

    Scenario: The settlement tells what was taken since the last cutover
      Given a payment of 12.50 by register-1 is on the screen of payment-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      When register-1 asks for [Settlement cutover]
      Then the payment of register-1 has ended with "Done"
      And the receipt at register-1 says "PURCHASES 1 12.50"
      When register-1 asks for [Settlement inquiry]
      Then the payment of register-1 has ended with "Done"
      And the receipt at register-1 says "PURCHASES 0 0.00"

  Rule: The last transaction is the device's, whichever register asks

    Scenario: Another register's
      Given a SmartConnect site
      And register-1 is paired with payment-1
      And register-2 is paired with payment-1
      When a register of another POS, register-1, asks for Card.Purchase with
        | field       | value          |
        | AmountTotal | 700            |
        | SaleData    | {"sku":"4711"} |
      And the payment is declined on payment-1
      And 2 seconds pass
      And it polls
      Then its data has
        | field             | value          |
        | TransactionResult | OK-DECLINED    |
        | SaleData          | {"sku":"4711"} |
      And its data has no AuthId
      And its receipt has the line "DO NOT HONOUR"
      When a register of another POS, register-2, asks for Journal.GetTransResult
      And 5 seconds pass
      And it polls
      Then the transaction is COMPLETED
      And its data has
        | field             | value       |
        | TransactionResult | OK-DECLINED |
        | AmountTotal       | 700         |
      And its data has no SaleData
      And its ReferenceId is the transaction of register-1

  Rule: The server refuses what it does not know

    Background:
      Given a SmartConnect site
      And register-1 is paired with payment-1

    Scenario: An unknown type
      When a register of another POS, register-1, asks for Card.Gift
      Then it is answered 400

    Scenario: An amount that the type does not need
      When a register of another POS, register-1, asks for Card.Purchase with
        | field       | value |
        | AmountTotal | 700   |
        | AmountCash  | 200   |
      Then it is answered 400 '{"error":"AmountCash is not used by Card.Purchase; it needs AmountTotal"}'
