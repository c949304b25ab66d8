@terminal-trust @time-travel
Feature: Comparing the certificate fingerprint
  The operator compares the pairing code on the terminal's error screen with the certificate fingerprint in CAS, whole or in
  pieces, and approves. Only a user with two-factor sign-in may approve.

  Background:
    Given a server with its terminals

  Rule: The operator compares before approving

    Background:
      Given kiosk-1 waits for the operator

    Scenario: The whole fingerprint
      When the operator compares the whole pairing code of kiosk-1
      Then CAS shows "Matches: the whole fingerprint."
      And the whole fingerprint and its pieces are shown for kiosk-1

    Scenario: Piece by piece
      When the operator compares piece 1 of the pairing code of kiosk-1
      Then CAS shows "Matches: piece 1."
      When the operator compares piece 4 of the pairing code of kiosk-1
      Then CAS shows "Matches: piece 4."
      When the operator approves what is compared
      And the operator generates the VPN configuration of kiosk-1
      Then kiosk-1 reaches master through the VPN

    Scenario: How a code is spaced and capitalised does not matter
      When the operator compares the whole pairing code of kiosk-1 in small letters without hyphens
      Then CAS shows "Matches: the whole fingerprint."

    Scenario: A code that does not match can't be approved
      When the operator compares the pairing code "0000-0000-0000-0000"
      Then CAS shows "Does not match: somebody else asks under this serial number. Refuse this request."
      And the operator can't approve what is compared

  Rule: A man in the middle with a certificate of his own fails

    Scenario: The codes differ, the operator refuses, and the man in the middle is not served
      Given the operator has created kiosk-1 in CAS
      And a man in the middle sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the whole pairing code of kiosk-1
      Then CAS shows "Does not match: somebody else asks under this serial number. Refuse this request."
      When the operator refuses the pairing request of kiosk-1
      Then the man in the middle is rejected by gate with reason 2
      And the man in the middle is not served by master with reason 2

    Scenario: The terminal shows its own code even when the man in the middle tells it another
      Given the operator has created kiosk-1 in CAS
      And a man in the middle sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And gate has told another pairing code than kiosk-1 shows

    Scenario: Once he is gone the terminal's own request comes, and is approved
      Given the operator has created kiosk-1 in CAS
      And kiosk-1 operates in Deployment Scenario B
      And a man in the middle sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then the pairing request of kiosk-1 is on the terminal list
      When the operator refuses the pairing request of kiosk-1
      And the man in the middle leaves the cable of kiosk-1
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

    Scenario: He comes between a paired terminal and master
      Given kiosk-1 is paired in Deployment Scenario B
      When a man in the middle who speaks for gate and master sits on the cable of kiosk-1
      Then kiosk-1 shows "Error 2048: server certificate mismatch"
      And the man in the middle has read nothing that was meant for master

    Scenario: He comes between a paired terminal and gate
      Given kiosk-1 is paired in Deployment Scenario B
      When kiosk-1 loses power
      And a man in the middle sits on the cable of kiosk-1
      And kiosk-1 gets power
      Then kiosk-1 shows "Reason: 5 client certificate fingerprint mismatch"
      When the man in the middle leaves the cable of kiosk-1
      Then kiosk-1 reaches master

  Rule: Only a user with two-factor sign-in may approve

    Scenario: A user without two-factor sign-in
      Given kiosk-1 waits for the operator
      When the operator signs out
      And the clerk signs in without a second factor
      And somebody at CAS tries to approve kiosk-1
      Then CAS shows "Only a user with two-factor sign-in may approve."
      And kiosk-1 is not in service

    Scenario: A wrong authentication code
      When the operator signs in with the code of 2 minutes ago
      Then CAS shows "The authentication code is wrong, or was used before."

    Scenario: A code is taken once only
      When the operator signs in and out
      And the operator signs in with the same code
      Then CAS shows "The authentication code is wrong, or was used before."

    Scenario: After five wrong codes the user is locked
      When a wrong authentication code is given 5 times
      And the operator gives the right code
      Then CAS shows "This user is locked after too many wrong tries. Try again later."

    Scenario: A wrong password
      When somebody signs in as "operator" with the password "guessed"
      Then CAS shows "User name or password is wrong."
