@smartconnect @time-travel
Feature: Unpairing is handled by the payment acceptance device
  There is no API to unpair, from the POS system.

  Background:
    Given a SmartConnect site

  Rule: One register, or all of them

    Scenario: One register is unpaired, the others stay
      Given register-1, register-2 and register-3 are paired with payment-1
      When register-2 is unpaired on payment-1
      Then payment-1 lists only register-1 and register-3
      When register-2 tries to submit a payment of 1.00
      Then register-2 is told to pair first
      When register-3 submits a payment of 2.00
      Then payment-1 asks for 2.00 of register-3

    Scenario: All registers are unpaired at once
      Given register-1, register-2 and register-3 are paired with payment-1
      When all registers are unpaired on payment-1
      Then payment-1 lists no register
      When register-1 tries to submit a payment of 1.00
      Then register-1 is told to pair first

    Scenario: Nothing is unpaired without confirmation
      Given register-1 is paired with payment-1
      When [Unpair all] is pressed on payment-1 and not confirmed
      Then payment-1 lists only register-1

    Scenario: All registers of another device stay
      Given register-1 is paired with payment-1
      And register-2 is paired with payment-2
      When all registers are unpaired on payment-1
      Then payment-2 lists only register-2

    Scenario: A terminal is moved from one register to another
      Given register-1 is paired with payment-1
      When register-1 is unpaired on payment-1
      And register-2 is paired with payment-1
      Then payment-1 lists only register-2

    Scenario: Without a connection nothing is unpaired, and the person is told
      Given register-1 is paired with payment-1
      And the cable of payment-1 is not connected
      When register-1 is unpaired on payment-1
      Then payment-1 shows "SmartConnect does not answer."
      When register-1 tries to submit a payment of 1.00
      Then register-1 shows "Waiting for the payment device..."

  Rule: The POS software does not have any control over the unpairing process

    Scenario Outline: <method> does not unpair
      Given register-1 is paired with payment-1
      When a POS of another maker sends an empty <method> <path>
      Then it is answered 404
      And payment-1 lists only register-1

      Examples:
        | method | path                    |
        | DELETE | /POS/Pairing            |
        | DELETE | /POS/Pairing/register-1 |
        | POST   | /POS/Pairing/register-1 |
        | DELETE | /POS/Register/register-1 |
        | POST   | /POS/Unpair             |
