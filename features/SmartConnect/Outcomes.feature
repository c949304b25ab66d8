@smartconnect @time-travel
Feature: Outcomes without a person
  A device can be set to end payments by itself, so that a client's unattended tests can run against the lab.

  Rule: The cents of the amount say how a payment ends

    Background:
      Given a SmartConnect site whose devices play "cents"
      And register-1 is paired with payment-1

    Scenario Outline: <amount>
      When register-1 submits a payment of <amount>
      Then the payment of register-1 has ended with "<told>"
      And the receipt at register-1 says "<receipt>"

      Examples:
        | amount | told                                           | receipt                        |
        | 10.00  | Approved                                       | OK-ACCEPTED                    |
        | 10.08  | Approved                                       | SIGNATURE ____________________ |
        | 10.05  | Declined                                       | DO NOT HONOUR                  |
        | 10.51  | Declined                                       | INSUFFICIENT FUNDS             |
        | 10.54  | Declined                                       | EXPIRED CARD                   |
        | 10.55  | Declined                                       | INCORRECT PIN                  |
        | 10.61  | Declined                                       | EXCEEDS LIMIT                  |
        | 10.17  | Cancelled at the payment device                | CANCELLED                      |
        | 10.58  | The payment device does not have this function. | OK-UNAVAILABLE                |
        | 10.68  | Cancelled at the payment device                | CANCELLED                      |
        | 10.96  | Approved                                       | OK-ACCEPTED                    |

    Scenario: The device is busy
      When register-1 tries to submit a payment of 10.91
      Then register-1 shows "device is busy"

    Scenario: The device loses its network in the middle of the payment
      When a register of another POS, register-1, asks for Card.Purchase with
        | field       | value |
        | AmountTotal | 1096  |
      And payment-1 asks for 10.96 of register-1
      And 40 seconds pass
      And it polls
      Then its data has
        | field             | value      |
        | TransactionResult | OK-DELAYED |
      When 20 seconds pass
      And it polls
      Then its data has
        | field             | value       |
        | TransactionResult | OK-ACCEPTED |

  Rule: A device plays one outcome for every amount

    Scenario: Every payment is declined
      Given a SmartConnect site whose devices play "decline"
      And register-1 is paired with payment-1
      When register-1 submits a payment of 10.00
      Then the payment of register-1 has ended with "Declined"
