@commander @time-travel @serial
Feature: The status display
  Read the OTP digits from the Commander: the two pairs of two digits alternate on the 7-segment status display, with the
  first pair having the decimal point. A probe reads it over a serial line.

  Background:
    Given a new installation

  Rule: The OTP is shown as two pairs that alternate, the first with the decimal point
    Known causes:
    - the line of a real display has another speed or parity than the bench file says
    - another program reads the line, and takes sentences away

    Scenario: The display is dark until an OTP is generated
      Then the display of commander-1 is dark over the serial line
      And the status display of commander-1 is dark

    Scenario: The OTP that was read opens Site Security, and the display is dark again
      Given an OTP has been generated
      When the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"
      And the status display of commander-1 is dark
      And the display of commander-1 is dark over the serial line

    Scenario: The two pairs take turns every second
      Given an OTP has been generated
      Then commander-1 shows four digits in two pairs that take turns every second, the first with the decimal point

    Scenario: The OTP leaves the display when it expires
      Given an OTP has been generated
      When 5 minutes have passed since [Generate OTP]
      Then the display of commander-1 is dark over the serial line

  Rule: Whatever is wrong with the line is seen and named, and the OTP is never misread

    Background:
      Given an OTP has been generated

    Scenario Outline: A byte is lost in place <place> of every sentence
      Given byte <place> of every sentence of commander-1 is lost
      Then the OTP cannot be read: "<reason>"
      When the line of commander-1 is mended
      And the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

      Examples:
        | place | reason |
        | 0     | the    |
        | 7     | failed |
        | 12    | failed |
        | 16    | failed |
        | 19    | failed |

    Scenario: Garbage on the line does not keep the OTP from being read
      Given there is garbage on the line of commander-1
      When the line of commander-1 is mended
      And the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

    Scenario: A lossy line only takes longer
      Given the line of commander-1 loses some bytes
      When the OTP is read from the status display with patience
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

    Scenario: A stuck decimal point leaves no pair that comes second
      Given segment p of the right digit of commander-1 is stuck
      Then the OTP cannot be read: "point"

    Scenario: The probe is unplugged
      Given the OTP has been read from the status display
      When the line of commander-1 is unplugged
      Then the OTP cannot be read: "line"
      When the line of commander-1 is plugged in again
      And the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

    Scenario: The probe's line is cut and says nothing
      Given the OTP has been read from the status display
      When the line of commander-1 is cut
      Then the OTP cannot be read: "no sentence"
