@sci
Feature: Unpairing
  A pairing can be removed on the POS and on the terminal. The POS finds out with GET /v1/pairing-info.

  Background:
    Given a shop with EFTPOS terminals and POSs
    And sci-pos-1 is paired with eftpos-1 as "Front Bar"

  Rule: The POS removes a pairing with POST /v1/unpair

    Scenario: Unpaired on the POS
      When [Unpair Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 has called POST /v1/unpair
      And sci-pos-1 shows "Unpaired"
      And sci-pos-1 has no pairing
      And eftpos-1 shows "Not paired"

    Scenario: Unpaired on both sides at once
      When the merchant unpairs "Front Bar" on eftpos-1
      And [Unpair Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      And sci-pos-1 has no pairing

    Scenario: Paired again
      When [Unpair Front Bar] is pressed on sci-pos-1
      And sci-pos-1 is paired with eftpos-1 as "Back Bar"
      Then sci-pos-1 has the pairing "Back Bar"
      And sci-pos-1 has 1 pairings

  Rule: A pairing that was removed elsewhere is found out on opening the pairing section, and before a transaction

    Scenario: The pairing section calls pairing-info when it is opened
      When the pairing section of sci-pos-1 is opened
      Then sci-pos-1 has called GET /v1/pairing-info
      And sci-pos-1 has the pairing "Front Bar"

    Scenario: Unpaired on the terminal while the POS looks away
      Given sci-pos-1 is at the sale screen
      When the merchant unpairs "Front Bar" on eftpos-1
      And the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows "No active pairings found"
      And sci-pos-1 shows "Front Bar is no longer paired. To pair again, start pairing on the terminal."
      And sci-pos-1 has no pairing

    Scenario: Unpaired on the terminal, and then a sale
      Given sci-pos-1 is at the sale screen
      When the merchant unpairs "Front Bar" on eftpos-1
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 has called GET /v1/pairing-info
      And sci-pos-1 has not called POST /v1/transactions
      And sci-pos-1 shows "No active pairings found"
      And sci-pos-1 has no pairing

    Scenario: Unpaired on the terminal while the pairing section is open
      When the merchant unpairs "Front Bar" on eftpos-1
      Then sci-pos-1 still shows "Pairing Nickname: Front Bar"
      When [Test Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      And sci-pos-1 has no pairing
