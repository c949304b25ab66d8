@access-control @time-travel
Feature: Pairing of terminals
  Pairing code is a temporary code used to pair a terminal into MACS. It contains numbers and its length is 8 characters.
  It is connected with the serial number: only the particular POS can be paired using it.

  Background:
    Given MACS with a lounge and a fast line

  Rule: A terminal is paired with the code that was generated for it

    Scenario: The code is entered on its terminal
      Given a pairing code for macs-1
      When the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"
      And the terminal status of macs-1 is PAIRED

    Scenario: A terminal that nobody has paired yet
      Then macs-1 shows "Serial number: MACS-1"
      And the terminal status of macs-1 is NOT PAIRED

    Scenario: The code of one terminal does not pair another
      Given a pairing code for macs-1
      When the pairing code of macs-1 is entered on macs-2
      Then macs-2 shows "INVALID_PAIRING_CODE"
      And the terminal status of macs-2 is NOT PAIRED

    Scenario Outline: The code lives two hours: <time> after it was generated
      Given a pairing code for macs-1
      When <time> pass
      And the pairing code is entered on macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | time                                 | shown                |
        | 1 hour and 59 minutes and 59 seconds | PAIRED               |
        | 2 hours                              | INVALID_PAIRING_CODE |

    Scenario: A new code ends the one before
      Given a pairing code for macs-1
      When the first pairing code of macs-1 is entered after another one was got
      Then macs-1 shows "INVALID_PAIRING_CODE"
      When the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"

    Scenario: After five wrong codes a terminal has to wait, or needs a new code
      Given a pairing code for macs-1
      When five wrong pairing codes are entered on macs-1
      And the pairing code is entered on macs-1
      Then macs-1 shows "TOO_MANY_ATTEMPTS"
      When another pairing code is got for macs-1
      And the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"

  Rule: A pair code cannot be generated for a paired POS

    Scenario: A code is asked for a paired terminal
      Given macs-1 is paired
      When a pairing code is asked for macs-1
      Then no pairing code is generated

    Scenario: A terminal is unpaired and paired again
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 is unpaired in MACS
      And Anna taps her card at macs-1
      Then macs-1 shows "MACS does not accept this terminal any more. Pair it again."
      When another pairing code is got for macs-1
      And the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"
      When Anna enters at macs-1
      Then Anna has 1 completed operation

  Rule: All operations are made using SSL/TLS, and a terminal has the CA certificate of MACS

    Scenario: A terminal is paired over TLS
      Given a pairing code for macs-1
      When the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"
      And macs-1 has spoken to MACS over TLS

    Scenario: A terminal meets a server with the certificate of another CA
      Given a pairing code for macs-1
      And another MACS answers macs-1, with a certificate of another CA
      When the pairing code is entered on macs-1
      Then macs-1 shows "its certificate is of another CA"
      And macs-1 has told nothing to MACS
      When its own MACS answers macs-1 again
      And the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"

  Rule: Nothing is lost when the network or the power fails

    Scenario: The cable is cut while the terminal is paired
      Given a pairing code for macs-1
      And macs-1 is offline
      When the pairing code is entered on macs-1
      Then macs-1 shows "MACS does not answer."
      When macs-1 is online again
      And the pairing code is entered on macs-1
      Then macs-1 shows "PAIRED"

    Scenario: A paired terminal stays paired over a power cut
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 loses power for a moment
      And Anna enters at macs-1
      Then Anna has 1 completed operation

    Scenario: A terminal that has no power is dark
      When macs-1 loses power
      Then macs-1 is dark
