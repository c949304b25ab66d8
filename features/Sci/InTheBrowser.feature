@sci @browser @time-travel
Feature: Pairing through SCI in the browser
  The pages of the terminal and of the POS are worked as a person works them: everything is found by its label and its role.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: A POS is paired on its page

    Scenario: From the pairing code to a sale
      When pairing is initiated on eftpos-1
      And the pairing code of eftpos-1 is entered on sci-pos-1 as "Front Bar"
      Then eftpos-1 and sci-pos-1 show the same confirmation code
      When the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the purchase is approved on eftpos-1
      Then the purchase on sci-pos-1 is APPROVED

    Scenario: A code that no terminal shows
      When the pairing code "000 000" is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing not found: Pairing not found"

    Scenario: The merchant declines
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When the merchant declines on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      When [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 has no pairing

    Scenario: Unpaired on the terminal while the POS looks away
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When the merchant unpairs "Front Bar" on eftpos-1
      And the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows "No active pairings found"
      And sci-pos-1 has the pairing "Back Bar"
      And sci-pos-1 has 1 pairings
