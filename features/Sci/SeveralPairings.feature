@sci
Feature: Several POSs and several terminals
  A nickname helps to identify a pairing, which is especially useful in multi-POS setups. Different terminals may have
  different base URLs.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: A POS may be paired with several terminals

    Scenario: Two terminals of different tenants
      Given eftpos-2 belongs to tenant-2
      And sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When the pairing section of sci-pos-1 is opened
      Then sci-pos-1 has 2 pairings
      When [Test Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing is active"
      When [Test Back Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing is active"

    Scenario: One of two pairings is removed, the other stays
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When [Unpair Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 has the pairing "Back Bar"
      And sci-pos-1 has 1 pairings
      And eftpos-1 shows "Not paired"
      And eftpos-2 shows "Paired with Back Bar"

    Scenario: One of two pairings was removed elsewhere
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When the merchant unpairs "Front Bar" on eftpos-1
      And the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows "Front Bar is no longer paired."
      And sci-pos-1 has 1 pairings
      And sci-pos-1 has the pairing "Back Bar"

    Scenario: Two pairings with the same nickname can be told apart
      Given sci-pos-1 is paired with eftpos-1 as "Bar"
      And sci-pos-1 is paired with eftpos-2 as "Bar"
      When [Unpair Bar (tid102)] is pressed on sci-pos-1
      Then sci-pos-1 has 1 pairings
      And eftpos-1 shows "Paired with Bar"
      And eftpos-2 shows "Not paired"

    Scenario: A sale goes to the terminal whose pairing was chosen
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When sci-pos-1 sells for 7.50 over "Back Bar"
      Then eftpos-2 shows "AUD 7.50"
      And eftpos-1 does not show "AUD 7.50"

  Rule: A terminal may be paired with several POSs

    Background:
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-2 is paired with eftpos-1 as "Back Bar"

    Scenario: Two POSs at one terminal
      Then eftpos-1 shows "Paired with Front Bar"
      And eftpos-1 shows "Paired with Back Bar"
      When [Test Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing is active"

    Scenario: One POS of two is unpaired on the terminal
      When the merchant unpairs "Front Bar" on eftpos-1
      And [Test Back Bar] is pressed on sci-pos-2
      Then sci-pos-2 shows "Pairing is active"
      When [Test Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"

    Scenario: The terminal serves one POS at a time
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And sci-pos-2 sells for 20.00 over "Back Bar"
      Then sci-pos-2 shows "Transaction refused: The payment device is busy"
      When the purchase is approved on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED
