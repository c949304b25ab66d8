@smartconnect @time-travel
Feature: What a payment device offers as the makers' manuals have it
  The question at power-on, the menu, and the form of the codes.

  Rule: A device without registers offers to pair for about a minute at power-on

    Background:
      Given a SmartConnect site

    Scenario: The offer is accepted
      When payment-1 loses power for a moment
      Then payment-1 shows "Terminal is not paired, pair it now?"
      When [Yes] is pressed on payment-1
      Then a pairing code is displayed on payment-1

    Scenario: The offer ends
      When payment-1 loses power for a moment
      And 58 seconds pass
      Then payment-1 offers [Yes]
      When 3 seconds pass
      Then payment-1 does not offer [Yes]

    Scenario: A device with a register does not offer it
      Given register-1 is paired with payment-1
      When payment-1 loses power for a moment
      Then payment-1 shows "Paired registers: 1"
      And payment-1 does not offer [Yes]

  Rule: The menu leads to pairing and to unpairing

    Background:
      Given a SmartConnect site

    Scenario: Menu > 3 Config > 1 Pos Integrations > 2 Unpair POS
      Given register-1 is paired with payment-1
      When [Menu] is pressed on payment-1
      And [3 Config] is pressed on payment-1
      And the password 1234 is entered on payment-1
      And [1 Pos Integrations] is pressed on payment-1
      And [2 Unpair POS] is pressed on payment-1
      Then payment-1 lists only register-1

    Scenario: Menu > 3 Config > 1 Pos Integrations > 1 Authorise POS
      When [Menu] is pressed on payment-1
      And [3 Config] is pressed on payment-1
      And the password 1234 is entered on payment-1
      And [1 Pos Integrations] is pressed on payment-1
      And [1 Authorise POS] is pressed on payment-1
      Then a pairing code is displayed on payment-1

    Scenario: Without the password of 3 Config nobody gets there
      When [Menu] is pressed on payment-1
      And [3 Config] is pressed on payment-1
      And the password 4321 is entered on payment-1
      Then payment-1 shows "The password is wrong."
      And payment-1 does not offer [1 Pos Integrations]

  Rule: The device is at its idle screen before a payment is sent

    Scenario: A payment comes while somebody is in the menu
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When [Menu] is pressed on payment-1
      And register-1 submits a refund of 12.50
      Then payment-1 shows "A payment came while the device was not at its idle screen: it has failed."
      And the payment of register-1 has ended with "The outcome is not known. Look at the payment device."

  Rule: A pairing code has eight digits

    Scenario: As the makers' manuals have it
      Given a SmartConnect site
      When pairing is initiated on payment-1
      Then the code on payment-1 has the form ^\d{8}$

    Scenario: A site can be set to letters
      Given a SmartConnect site whose codes have letters
      When pairing is initiated on payment-1
      Then the code on payment-1 has the form ^[2-9A-Z]{8}$
