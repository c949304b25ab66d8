@smartconnect @time-travel
Feature: A POS hears of the end of a transaction without polling
  PosNotificationCallbackUrl is called when the transaction is complete. Without TransactionMode the answer itself is the result.

  Background:
    Given a SmartConnect site

  Rule: The POS is called when the transaction is complete

    Scenario: It takes the call
      Given a POS that answers 200 when it is called
      And register-1 is paired with payment-1
      When a register of another POS, register-1, asks for Card.Purchase with
        | field                      | value          |
        | AmountTotal                | 700            |
        | PosNotificationCallbackUrl | {POS}/notified |
      And 5 seconds pass
      And the payment is approved on payment-1
      And 10 minutes pass
      Then the POS has been called once
      And the last call tells of COMPLETED and OK-ACCEPTED
      And the log of calls says 200

    Scenario: It is called again, each time later, until it takes the call
      Given a POS that answers 503 when it is called
      And register-1 is paired with payment-1
      When a register of another POS, register-1, asks for Card.Purchase with
        | field                      | value          |
        | AmountTotal                | 700            |
        | PosNotificationCallbackUrl | {POS}/notified |
      And 5 seconds pass
      And the payment is approved on payment-1
      And 10 seconds pass
      Then the POS has been called twice
      When the POS answers 200 when it is called
      And 10 minutes pass
      Then the POS has been called 3 times
      And the log of calls says 503, 503, 200

    Scenario: It can't be reached
      Given a POS that answers 200 when it is called
      And register-1 is paired with payment-1
      When the cable of SmartConnect's server is pulled
      And a register of another POS, register-1, asks for Card.Purchase with
        | field                      | value          |
        | AmountTotal                | 700            |
        | PosNotificationCallbackUrl | {POS}/notified |
      And 5 seconds pass
      And the payment is approved on payment-1
      And 12 seconds pass
      Then the log of calls says 0
      When the cable of SmartConnect's server is connected again
      And 1 minutes pass
      Then the POS has been called once
      And the log of calls says 0, 200

  Rule: Legacy synchronous mode

    Scenario: The answer is the result
      Given register-1 is paired with payment-1
      When a register of another POS, register-1, asks for Terminal.GetStatus in the legacy synchronous mode
      And the answer comes
      Then it is answered 200
      And the transaction is COMPLETED
      And its data has
        | field  | value |
        | Result | OK    |
        | Status | READY |
