@commander
Feature: Pairing the POS Workstation after New Installation
  Each Verifone POS Workstation is paired with the site's Commander before the Sales operation can begin.

  Rule: A new workstation is closed for sales until it is paired

    Scenario: A new workstation displays "Pair POS" after it boots up
      Given a new installation
      Then pos-1 displays "Pair POS"
      And there is no [Log in to Sales] on pos-1

    Scenario: A new workstation that is rebooted instead still displays "Pair POS"
      Given a new installation
      When pos-1 loses power for a moment
      Then pos-1 displays "Pair POS"

  Rule: The service is started first, with the OTP that is read from the status display

    Scenario: Pair POS is attempted while pairing is not set up in Configuration Client
      Given a new installation
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"

    Scenario: The Configuration Client confirms each step to the started service
      Given a new installation
      And the manager is signed in
      When config-1 navigates to Security > Site Security
      Then config-1 shows "One-Time Password"
      When [Generate OTP] is pressed on config-1
      Then config-1 shows "OTP has been generated. Please read it from the Commander Site Controller's status display."
      When [Ok] is pressed on config-1
      And the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"
      When [Start Pairing Service] is pressed on config-1
      Then config-1 shows "Pairing service is started"

  Rule: The Pairing OTP travels from the Configuration Client to the workstation in a person's hand

    Background:
      Given a new installation

    @smoke
    Scenario: A new workstation is paired and opens for sales
      Given the Pairing Service is started
      When [Pair POS] is pressed on pos-1
      Then pos-1 displays the Pairing OTP dialog box
      When [Retrieve Pairing OTP] is tried on config-1
      Then config-1 gives a Pairing session OTP of six characters of the Pairing keypad
      When [Ok] is pressed on config-1
      And the Pairing OTP is retrieved
      And the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"
      When [OK] is pressed on pos-1
      Then pos-1 shows "Pairing completed, preparing to start POS application..."
      And pos-1 reboots and starts the application
      And pos-1 sells over a secure link
      And all of this took at most 600 seconds

    Scenario: The Pairing keypad has no 'B', and the letter 'd' is lowercase
      Given pos-1 displays the Pairing OTP dialog box
      Then the Pairing keypad of pos-1 has the keys "0123456789ACdEF"
      When "B8bDAd" is keyed in on pos-1
      Then the OTP on the keypad of pos-1 reads "8Ad"

    Scenario Outline: [OK] on the Pairing keypad is not active until six characters have been entered
      Given pos-1 displays the Pairing OTP dialog box
      When "<typed>" is keyed in on pos-1
      Then [OK] on pos-1 is <active>

      Examples:
        | typed  | active     |
        |        | not active |
        | 0      | not active |
        | 01dEF  | not active |
        | 01dEFA | active     |

    Scenario: A character keyed in wrongly is taken back before [OK]
      Given pos-1 displays the Pairing OTP dialog box
      When "01dEFA" is keyed in on pos-1
      And [Clear] is pressed on pos-1
      Then the OTP on the keypad of pos-1 reads "01dEF"
      And [OK] on pos-1 is not active

  Rule: Every Verifone site controller pairs with every Verifone workstation

    Scenario Outline: A <commander> pairs with a <workstation>
      Given a new installation of a <commander> with a <workstation>
      And the Pairing Service is started
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"

      Examples:
        | commander    | workstation |
        | Commander    | Topaz       |
        | Commander    | Ruby2       |
        | Commander    | C18         |
        | RubyCi       | Topaz       |
        | RubyCi       | Ruby2       |
        | RubyCi       | C18         |
        | Commander 16 | Topaz       |
        | Commander 16 | Ruby2       |
        | Commander 16 | C18         |

    Scenario: A third-party POS system is refused
      Given a new installation
      And the Pairing Service is started
      When a POS system of another maker asks to be paired
      Then it is refused with "This feature is only used with Verifone POS Workstations. It will not work with third-party POS systems."

  Rule: The workstations of a site are paired one at a time

    Scenario: Three workstations are paired one after the other while the service runs
      Given a new installation
      And the Pairing Service is started
      When pos-1 is paired and its application has started
      And pos-2 is paired and its application has started
      And pos-3 is paired and its application has started
      Then the manager finds pos-1 linked under POS Workstations
      And the manager finds pos-2 linked under POS Workstations
      And the manager finds pos-3 linked under POS Workstations
