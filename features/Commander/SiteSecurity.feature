@commander @time-travel
Feature: Site Security
  Site Security is opened by a user with the appropriate access level, with a One-Time Password that is read from the
  Commander's status display: only somebody at the site can read it.

  Background:
    Given a new installation

  Rule: Only a user with the Site Security function gets there

    Scenario: A manager is asked for the One-Time Password
      Given the manager is signed in
      When config-1 navigates to Security > Site Security
      Then config-1 shows "One-Time Password"

    Scenario: A user without the function is refused
      Given the cashier is signed in
      When config-1 navigates to Security > Site Security
      Then config-1 shows "This user does not have the Site Security function."

    Scenario: A wrong password is refused
      When "manager" signs in with the password "guessed"
      Then config-1 shows "User name or password is wrong."

    Scenario: After five wrong passwords the user is locked
      When a wrong password is given 5 times
      And the manager signs in
      Then config-1 shows "This user is locked after too many wrong passwords. Try again later."

    Scenario Outline: The lock lasts fifteen minutes
      When a wrong password is given 5 times
      And <time> have passed since the last wrong password
      And the manager signs in
      Then config-1 shows "<shown>"

      Examples:
        | time                      | shown                                                                |
        | 14 minutes and 59 seconds | This user is locked after too many wrong passwords. Try again later. |
        | 15 minutes and 0 seconds  | Signed in: manager                                                   |

    Scenario Outline: A Configuration Client that is left alone for <time> <ends>
      Given the manager has opened Site Security
      When the Pairing Service is restarted
      And <time> have passed since [Start Pairing Service]
      And [Start Pairing Service] is pressed on config-1
      Then config-1 shows "<shown>"

      Examples:
        | time                      | ends            | shown                                    |
        | 14 minutes and 59 seconds | stays signed in | Pairing service is started               |
        | 15 minutes and 0 seconds  | is signed out   | You have been signed out. Sign in again. |

  Rule: [Ok] takes four digits and no less

    Scenario Outline: "<typed>" is typed into the box
      Given the manager is signed in
      When config-1 navigates to Security > Site Security
      And "<typed>" is typed as the OTP on config-1
      Then [Ok] on config-1 is <active>

      Examples:
        | typed | active     |
        |       | not active |
        | 081   | not active |
        | 08a1  | not active |
        | 0815  | active     |

  Rule: The OTP is good for five minutes, for one Site Security session

    Background:
      Given an OTP has been generated
      And the OTP has been read from the status display

    Scenario Outline: The OTP is entered <time> after [Generate OTP]
      When <time> have passed since [Generate OTP]
      And the OTP that was read is entered
      Then config-1 shows "<shown>"

      Examples:
        | time                     | shown                                                                               |
        | 4 minutes and 59 seconds | Site Security                                                                 |
        | 5 minutes and 0 seconds  | There is no OTP on the status display, or it has expired. Generate a new OTP. |
        | 5 minutes and 1 second   | There is no OTP on the status display, or it has expired. Generate a new OTP. |

    Scenario: A wrong OTP is refused, the right one still opens
      When a wrong OTP is entered at the Configuration Client
      Then config-1 shows "The OTP is wrong. Read it again from the status display."
      When [Ok] is pressed on config-1
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

    Scenario: After three wrong OTPs Site Security is locked and the display dark
      When a wrong OTP is entered at the Configuration Client 3 times
      Then config-1 shows "Site Security is locked after too many wrong OTPs. Try again later."
      And the status display of commander-1 is dark

    Scenario Outline: The lock of Site Security lasts fifteen minutes
      When a wrong OTP is entered at the Configuration Client 3 times
      And <time> have passed since the last wrong OTP
      And the manager asks for an OTP at config-2
      Then config-2 shows "<shown>"

      Examples:
        | time                      | shown                                                               |
        | 14 minutes and 59 seconds | Site Security is locked after too many wrong OTPs. Try again later. |
        | 15 minutes and 0 seconds  | OTP has been generated.                                             |

  Rule: Two Configuration Clients at once do not get in each other's way

    Scenario: A newer OTP takes the older one's place
      Given an OTP has been generated
      And the OTP has been read from the status display
      When an OTP is generated at config-2
      And the OTP that was read is entered
      Then config-1 shows "The OTP is wrong. Read it again from the status display."

    Scenario: An OTP opens one session only
      Given an OTP has been generated at config-2
      And an OTP has been generated
      And the OTP has been read from the status display
      When the OTP that was read is entered
      And the OTP that was read is entered at config-2
      Then config-1 shows "Site Security"
      And config-2 shows "There is no OTP on the status display, or it has expired. Generate a new OTP."

    Scenario: Both enter the same OTP at the same time
      Given an OTP has been generated at config-2
      And an OTP has been generated
      And the OTP has been read from the status display
      When config-1 and config-2 enter the OTP at the same time
      Then only one of config-1 and config-2 shows "Start Pairing Service"

    Scenario: The OTP can also be generated on another register
      Given pos-1 is paired
      When the Maintenance Menu of pos-1 is opened
      And [Generate OTP] is pressed on pos-1
      And the OTP that pos-1 shows is entered at config-2
      Then config-2 shows "Site Security"
