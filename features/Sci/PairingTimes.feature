@sci @time-travel
Feature: A pairing that is not completed in time
  A pairing code may be entered for five minutes, and confirmed for five minutes after that.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: The pairing code is entered within five minutes

    Background:
      Given pairing has been initiated on eftpos-1

    Scenario: The code is entered one second before the end
      When it is 4 minutes and 59 seconds after the pairing code was shown
      And the pairing code of eftpos-1 is entered on sci-pos-1
      Then eftpos-1 and sci-pos-1 show the same confirmation code

    Scenario Outline: <time> after the code was shown it has expired
      When it is <time> after the pairing code was shown
      Then eftpos-1 shows "The pairing has expired. Start pairing again."
      When the pairing code of eftpos-1 is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing not initial: Pairing already progressed, expired, or revoked"

      Examples:
        | time                   |
        | 5 minutes              |
        | 5 minutes and 1 second |

    Scenario: After two days an unused code is no longer known
      When it is 2 days after the pairing code was shown
      And the pairing code of eftpos-1 is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing not found: Pairing not found"

  Rule: The merchant confirms within five minutes

    Background:
      Given sci-pos-1 waits for the confirmation on eftpos-1

    Scenario: The code is confirmed one second before the end
      When it is 4 minutes and 59 seconds after the confirmation code was shown
      And the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"

    Scenario: Late
      When it is 5 minutes after the confirmation code was shown
      Then eftpos-1 shows "The pairing has expired. Start pairing again."
      And there is no [Confirm] on eftpos-1
      When [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"

    Scenario: Never
      When it is 30 days after the confirmation code was shown
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      When [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 has no pairing
      When sci-pos-1 is paired with eftpos-1 as "Front Bar"
      Then sci-pos-1 has the pairing "Front Bar"

  Rule: An active pairing has no end of its own

    Scenario: A pairing is a year old
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When 365 days pass
      And [Test Front Bar] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing is active"
