@smartconnect @time-travel
Feature: Every transaction request is routed to the right device
  Payment requests are queued in the order in which the server receives them.

  Rule: A payment ends as the device says

    Background:
      Given a SmartConnect site
      And register-1 is paired with payment-1

    Scenario Outline: The payment is <how>
      Given a payment of 12.50 by register-1 is on the screen of payment-1
      When the payment is <how> on payment-1
      Then the payment of register-1 has ended with "<told>"

      Examples:
        | how       | told                            |
        | approved  | Approved                        |
        | declined  | Declined                        |
        | cancelled | Cancelled at the payment device |

    Scenario: A refund
      When register-1 submits a refund of 4.00
      Then payment-1 shows "Refund"
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: An amount that is none
      When register-1 tries to submit a payment of 12.505
      Then register-1 shows "Enter an amount such as 12.50."

  Rule: Payments of several registers wait in the order of their arrival

    Scenario: Three payments are taken one by one
      Given a SmartConnect site
      And register-1, register-2 and register-3 are paired with payment-1
      And register-3 has submitted a payment of 3.00
      And register-1 has submitted a payment of 1.00
      And register-2 has submitted a payment of 2.00
      Then payment-1 asks for 3.00 of register-3
      When the payment is approved on payment-1
      Then payment-1 asks for 1.00 of register-1
      When the payment is declined on payment-1
      Then payment-1 asks for 2.00 of register-2
      When the payment is cancelled on payment-1
      Then the payment of register-1 has ended with "Declined"
      And the payment of register-2 has ended with "Cancelled at the payment device"
      And the payment of register-3 has ended with "Approved"
      And payment-1 asks for no payment

    Scenario: A register can ask twice
      Given a SmartConnect site
      And register-1 is paired with payment-1
      And register-1 has submitted a payment of 1.00
      When register-1 stops waiting
      And register-1 submits a payment of 2.00
      Then payment-1 asks for 1.00 of register-1
      When the payment is approved on payment-1
      Then payment-1 asks for 2.00 of register-1

    Scenario: Payments of an unpaired register that were accepted are still taken
      Given a SmartConnect site
      And register-1, register-2 and register-3 are paired with payment-1
      And register-1 has submitted a payment of 1.00
      And register-2 has submitted a payment of 2.00
      And payment-1 asks for 1.00 of register-1
      When the payment is approved on payment-1
      Then payment-1 asks for 2.00 of register-2
      When the payment is cancelled on payment-1
      And all registers are unpaired on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: A site can be set to refuse while a device is busy
      Given a SmartConnect site where a busy device refuses payments
      And register-1 is paired with payment-1
      And register-2 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When register-2 tries to submit a payment of 2.00
      Then register-2 shows "device is busy"
      When the payment is approved on payment-1
      And 5 seconds pass
      And register-2 submits a payment of 2.00
      Then payment-1 asks for 2.00 of register-2

  Rule: A device that is offline gets nothing

    Background:
      Given a SmartConnect site
      And register-1 is paired with payment-1

    Scenario: The payment is cancelled when its device stays offline for a minute
      Given the cable of payment-1 is not connected
      When register-1 submits a payment of 1.00
      And 55 seconds pass
      Then register-1 still waits for the payment device
      When 10 seconds pass
      Then the payment of register-1 has ended with "The payment device is offline. Nothing was charged."
      When the cable of payment-1 is connected again
      Then payment-1 asks for no payment

    Scenario: A device that comes back in time takes the payment
      Given payment-1 has no power
      When register-1 submits a payment of 1.00
      And 55 seconds pass
      And payment-1 has power again
      Then payment-1 asks for 1.00 of register-1
