@sci @time-travel
Feature: Network and power
  A failing network shows a clear message and nothing is lost by trying again. What a device has stored survives a power cut.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: The network of the POS is lost and found again

    Scenario: Before the pairing code is sent
      Given pairing has been initiated on eftpos-1
      When the cable of sci-pos-1 is pulled
      And the pairing code of eftpos-1 is entered on sci-pos-1
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      When the cable of sci-pos-1 is connected again
      And the pairing code of eftpos-1 is entered on sci-pos-1
      Then eftpos-1 and sci-pos-1 show the same confirmation code

    Scenario Outline: Before [<button>] while the pairing is being made
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When the merchant confirms on eftpos-1
      And the cable of sci-pos-1 is pulled
      And [<button>] is pressed on sci-pos-1
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      When the cable of sci-pos-1 is connected again
      And [<button>] is pressed on sci-pos-1
      Then sci-pos-1 shows "<shown>"

      Examples:
        | button | shown              |
        | Test   | Pairing successful |
        | Cancel | Pairing cancelled  |

    Scenario Outline: Before [<button>] of a pairing
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When the cable of sci-pos-1 is pulled
      And [<button>] is pressed on sci-pos-1
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      And sci-pos-1 has the pairing "Front Bar"
      When the cable of sci-pos-1 is connected again
      And [<button>] is pressed on sci-pos-1
      Then sci-pos-1 shows "<shown>"

      Examples:
        | button           | shown             |
        | Test Front Bar   | Pairing is active |
        | Unpair Front Bar | Unpaired          |

    Scenario: Before the pairing section is opened
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is at the sale screen
      When the cable of sci-pos-1 is pulled
      And the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      And sci-pos-1 has the pairing "Front Bar"

    Scenario: Before a sale
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When the cable of sci-pos-1 is pulled
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      When the cable of sci-pos-1 is connected again
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "AUD 10.00"

    Scenario: During a sale
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And the cable of sci-pos-1 is pulled
      And the purchase is approved on eftpos-1
      Then sci-pos-1 shows "Please check network and terminal connections and try again"
      When the cable of sci-pos-1 is connected again
      Then the purchase on sci-pos-1 is APPROVED

    Scenario: A slow network only takes longer
      Given the network of sci-pos-1 is slow
      When sci-pos-1 is paired with eftpos-1 as "Front Bar"
      Then sci-pos-1 has the pairing "Front Bar"

  Rule: The network of the terminal is lost and found again

    Scenario: Before pairing is initiated
      Given eftpos-1 is at its menu
      When the cable of eftpos-1 is pulled
      And [Pair with POS] is pressed on eftpos-1
      Then eftpos-1 shows "The terminal has no connection. Check its network and try again."
      When the cable of eftpos-1 is connected again
      And [OK] is pressed on eftpos-1
      And sci-pos-1 is paired with eftpos-1 as "Front Bar"
      Then sci-pos-1 has the pairing "Front Bar"

    Scenario: While the pairing code is on its screen
      Given pairing has been initiated on eftpos-1
      When the cable of eftpos-1 is pulled
      And the pairing code of eftpos-1 is entered on sci-pos-1
      Then eftpos-1 still shows "Enter this pairing code on your POS."
      When the cable of eftpos-1 is connected again
      Then eftpos-1 and sci-pos-1 show the same confirmation code

    Scenario: Before the merchant confirms
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When the cable of eftpos-1 is pulled
      And the merchant tries to confirm on eftpos-1
      Then eftpos-1 shows "The terminal has no connection. Check its network and try again."
      When [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      When the cable of eftpos-1 is connected again
      And [OK] is pressed on eftpos-1
      And the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"

    Scenario: The POS unpairs while the terminal has no network
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When the cable of eftpos-1 is pulled
      And [Unpair Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Unpaired"
      When 30 seconds pass
      Then eftpos-1 shows "No connection"
      When the cable of eftpos-1 is connected again
      Then eftpos-1 shows "Not paired"

    Scenario: A sale while the terminal has no network
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When the cable of eftpos-1 is pulled
      And 30 seconds pass
      And sci-pos-1 sells for 10.00 over "Front Bar"
      Then sci-pos-1 shows "The payment device is not connected."

  Rule: What was stored survives a power cut

    Scenario: The POS restarts with its pairings and their base URLs
      Given eftpos-2 belongs to tenant-2
      And sci-pos-1 is paired with eftpos-1 as "Front Bar"
      And sci-pos-1 is paired with eftpos-2 as "Back Bar"
      When sci-pos-1 loses power for a moment
      And the pairing section of sci-pos-1 is opened
      Then sci-pos-1 has 2 pairings
      When [Test Back Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing is active"

    Scenario: The POS restarts before the merchant has confirmed
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When sci-pos-1 loses power for a moment
      And the pairing section of sci-pos-1 is opened
      Then eftpos-1 and sci-pos-1 show the same confirmation code
      When the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"

    Scenario: The POS restarts during a sale and learns the result
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      And sci-pos-1 loses power
      And the purchase is approved on eftpos-1
      And sci-pos-1 has power again
      Then the purchase on sci-pos-1 is APPROVED

    Scenario: The terminal restarts while its pairing code is on the screen
      Given pairing has been initiated on eftpos-1
      When eftpos-1 loses power for a moment
      Then eftpos-1 shows the pairing code that was noted
      When the pairing code of eftpos-1 is entered on sci-pos-1
      Then eftpos-1 and sci-pos-1 show the same confirmation code

    Scenario: The terminal restarts before the merchant has confirmed
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When eftpos-1 loses power for a moment
      Then eftpos-1 and sci-pos-1 show the same confirmation code
      When the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"

    Scenario: The terminal restarts and is still paired
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When eftpos-1 loses power for a moment
      Then eftpos-1 shows "Paired with Front Bar"
      When sci-pos-1 sells for 10.00 over "Front Bar"
      Then eftpos-1 shows "AUD 10.00"
