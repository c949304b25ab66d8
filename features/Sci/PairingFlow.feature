@sci @time-travel
Feature: Pairing an EFTPOS terminal with a POS
  SCI makes it easy to connect a POS with an EFTPOS payment terminal. This is known as 'pairing'.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: The terminal shows a pairing code, the POS sends it, both show a confirmation code, the merchant confirms and tests

    Scenario: The pairing flow, step by step
      When pairing is initiated on eftpos-1
      Then eftpos-1 shows a pairing code of six digits
      When the pairing code of eftpos-1 is entered on sci-pos-1 as "Front Bar"
      Then sci-pos-1 has called POST /v1/progress-pairing
      And eftpos-1 and sci-pos-1 show the same confirmation code
      When the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 has called GET /v1/pairing-info
      And sci-pos-1 shows "Pairing successful"
      And sci-pos-1 has the pairing "Front Bar"
      And eftpos-1 shows "Paired with Front Bar"

    Scenario: The paired state shows nickname, pairing id, TID and terminal nickname
      Given eftpos-1 is named "Till at the door"
      When sci-pos-1 is paired with eftpos-1 as "Front Bar"
      Then sci-pos-1 shows "Pairing Nickname: Front Bar"
      And sci-pos-1 shows "Pairing ID: pid_"
      And sci-pos-1 shows "TID: tid101"
      And sci-pos-1 shows "Terminal Nickname: Till at the door"
      And [Unpair Front Bar] on sci-pos-1 is active

    Scenario: The pairing nickname is optional
      Given pairing has been initiated on eftpos-1
      When the pairing code of eftpos-1 is entered on sci-pos-1
      And the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"
      And sci-pos-1 has the pairing "none"

    Scenario: A pairing code that begins with 0
      Given eftpos-1 shows a pairing code that begins with 0
      When the pairing code of eftpos-1 is entered on sci-pos-1 as "Front Bar"
      Then eftpos-1 and sci-pos-1 show the same confirmation code

    Scenario: The unpaired state shows the name, the fields and the instructions
      When the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows "Simple Cloud Integration"
      And sci-pos-1 shows "The terminal displays a pairing code."
      And [Pair] on sci-pos-1 is not active
      And sci-pos-1 has no pairing

    Scenario: API key and secrets are not visible
      Given sci-pos-1 is paired with eftpos-1 as "Front Bar"
      When the pairing section of sci-pos-1 is opened
      Then sci-pos-1 shows neither an API key nor a secret

  Rule: The pairing becomes active only once the confirmation is completed on the terminal

    Background:
      Given sci-pos-1 waits for the confirmation on eftpos-1

    Scenario: Test before the merchant has confirmed
      When [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      When the merchant confirms on eftpos-1
      And [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "Pairing successful"

    Scenario: The merchant declines because the codes do not match
      When the merchant declines on eftpos-1
      Then eftpos-1 shows "The pairing was declined."
      When [Test] is pressed on sci-pos-1
      Then sci-pos-1 shows "No active pairings found"
      When [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 has no pairing

    Scenario: Cancel in the POS also unpairs, and leaves nothing behind
      When [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 has called POST /v1/unpair
      And sci-pos-1 shows "Pairing cancelled"
      And sci-pos-1 has no pairing
      And eftpos-1 shows "The pairing was cancelled."

    Scenario: Cancel after the merchant has confirmed
      When the merchant confirms on eftpos-1
      And [Cancel] is pressed on sci-pos-1
      Then sci-pos-1 has called POST /v1/unpair
      And sci-pos-1 has no pairing
      And eftpos-1 shows "Not paired"

  Rule: A pairing code is good for one pairing

    Scenario: The same code on a second POS
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When the pairing code of eftpos-1 is entered on sci-pos-2 as "Back Bar"
      Then sci-pos-2 shows "Pairing not initial: Pairing already progressed, expired, or revoked"
      And sci-pos-2 has no pairing

    Scenario: Two POSs send the code at the same time
      Given pairing has been initiated on eftpos-1
      When the pairing code of eftpos-1 is entered on sci-pos-1 and sci-pos-2 at the same time
      Then one of sci-pos-1 and sci-pos-2 shows a confirmation code, the other "Pairing already progressed"

    Scenario: The code is taken from the terminal's screen before it is used
      Given pairing has been initiated on eftpos-1
      When [Cancel] is pressed on eftpos-1
      Then eftpos-1 shows "Not paired"
      When the pairing code of eftpos-1 is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing not initial: Pairing already progressed, expired, or revoked"

    Scenario: A code that no terminal shows
      When the pairing code "no code" is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing not found: Pairing not found"
      And sci-pos-1 has no pairing
