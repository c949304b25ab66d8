@sci @certification @browser
Feature: Certification of a POS for Simple Cloud Integration
  What a POS must do to be certified. Each scenario is one rule: its first tag is the rule's id, its second says how much the rule
  is demanded. Ids that begin with SCI are the vendor's public ones; the wording of the official list is not public, so the others,
  PL-SCI-…, are the lab's own. Rule set 2, of 2026-11-27. The sentence that a rule comes from stands in quotation marks, and under it where it is written.

  Rule: The pairing screen of a POS without a pairing

    @SCIPAIRING02 @mandatory
    Scenario: Name and logo of SCI
      "SCI branding - the name "Simple Cloud Integration" must be displayed, along with the SCI logo below."
      SCI integration guide

      Given the POS has no pairing, and its pairing section is open
      Then the POS shows "Simple Cloud Integration"
      And the POS shows the SCI logo

    @PL-SCI-01 @mandatory
    Scenario: Pairing Code field
      "The pairing screen must display: A Pairing Code input field - mandatory"
      SCI integration guide

      Given the POS has no pairing, and its pairing section is open
      Then the POS has a field for the pairing code

    @SCIPAIRING09 @recommended
    Scenario: Pairing instructions
      "Pairing instructions - recommended; show the merchant how to initiate pairing from the terminal (optional for certification — SCIPAIRING09)"
      SCI integration guide

      Given the maker says that the POS shows pairing instructions
      And the POS has no pairing, and its pairing section is open
      Then the POS shows how to initiate pairing from the terminal

    @PL-SCI-09 @mandatory
    Scenario: Invalid code: the API's own text
      "Invalid pairing code entered: Error from API: "Pairing not found: Pairing not found""
      SCI integration guide

      Given the POS has no pairing, and its pairing section is open
      When a pairing code that no terminal shows is entered
      Then the pairing service has answered the POS 404
      And the POS shows "Pairing not found: Pairing not found", which it did not before

    @PL-SCI-02 @optional
    Scenario: Pairing Nickname field, and the nickname is sent
      "The pairing screen must display: A Pairing Nickname input field - optional"
      SCI integration guide

      Given the maker says that the POS has a field for the pairing nickname
      And the POS has no pairing, and its pairing section is open
      Then the POS has a field for the pairing nickname
      When a pairing code that no terminal shows is entered with the nickname "Front Bar"
      Then the POS has sent "Front Bar" as pairing_nickname

    @PL-SCI-10 @mandatory
    Scenario: Connectivity failure: a clear message
      "Network/connectivity failure: Suggested: "Please check network and terminal connections and try again""
      SCI integration guide

      Given the POS has no pairing, and its pairing section is open
      When the network between the POS and SCI breaks
      And a pairing code that no terminal shows is entered
      Then the POS shows its message for a connectivity failure

  Rule: A pairing that is being made

    @PL-SCI-15 @mandatory
    Scenario: Confirmation code shown
      "A confirmation code is displayed in the API response and simultaneously on the terminal. The merchant verifies they match, then confirms on the terminal to complete the pairing."
      SCI integration guide

      Given the POS has sent the pairing code of a terminal
      Then the POS shows the confirmation code

    @PL-SCI-04 @mandatory
    Scenario: Cancel button
      "The pairing that is being made can be cancelled by a Cancel button."
      the vendor's public documents

      Given the POS has sent the pairing code of a terminal
      Then the POS has a Cancel button

    @SCIPAIRING07 @mandatory
    Scenario: Cancel unpairs and leaves no incomplete record
      "Cancel also calls unpair and leaves no incomplete record."
      the vendor's public documents

      Given the POS has sent the pairing code of a terminal
      When the pairing is cancelled on the POS
      Then the POS has called POST /v1/unpair over that pairing
      And the POS has no record of that pairing

    @PL-SCI-03 @mandatory
    Scenario: Test button calls pairing-info
      "Your POS will display a test button which calls GET /v1/pairing-info."
      SCI integration guide

      Given the POS has sent the pairing code of a terminal
      And the merchant has confirmed on the terminal
      Then the POS has a test button
      When the test button is pressed
      Then the POS has called GET /v1/pairing-info over that pairing

  Rule: The pairing screen of a paired POS

    @PL-SCI-05 @mandatory
    Scenario: Success message
      "Once pairing is complete, the screen must display: A success message - mandatory"
      SCI integration guide

      Given the POS has just been paired
      Then the POS shows its success message

    @PL-SCI-06 @mandatory
    Scenario: Pairing Nickname and Pairing ID shown
      "Once pairing is complete, the screen must display: Pairing Nickname and Pairing ID - mandatory"
      SCI integration guide

      Given the POS has just been paired
      Then the POS shows the pairing nickname
      And the POS shows the pairing id

    @PL-SCI-07 @optional
    Scenario: TID and Terminal Nickname shown
      "Once pairing is complete, the screen must display: TID and Terminal Nickname - optional"
      SCI integration guide

      Given the POS has just been paired
      Then the POS shows the TID
      And the POS shows the terminal nickname

    @PL-SCI-14 @mandatory
    Scenario: The response's values are stored
      "On success, the API returns a pairing response (see fields below). Your POS must store these values."
      SCI integration guide

      Given the POS is paired
      When the POS is restarted, and its pairing section is opened
      Then the POS still has that pairing
      And the POS can call GET /v1/pairing-info over that pairing

    @SCIPAIRING10 @mandatory
    Scenario: pairing-info when the pairing section is opened
      "Before navigating to the pairing section of your POS and before initiating a transaction, call GET /pairing-info to verify the pairing is still active"
      SCI integration guide

      Given the POS is paired, and is away from its pairing section
      When the pairing section of the POS is opened
      Then the POS has called GET /v1/pairing-info over that pairing, each time that it is opened

  Rule: Several pairings, and their end on the POS

    @PL-SCI-13 @mandatory
    Scenario: Base URL stored per pairing
      "Must be stored per pairing. The base URL for all SCI API requests for this terminal. Different terminals may return different URLs."
      SCI integration guide

      Given the POS is paired with two terminals whose base URLs differ
      When each pairing is tested
      Then each request has gone to the base URL of its pairing

    @PL-SCI-08 @mandatory
    Scenario: Unpair button for each pairing
      "Once pairing is complete, the screen must display: An Unpair button - mandatory"
      SCI integration guide

      Given the POS is paired with two terminals whose base URLs differ
      Then the POS has an Unpair button for each pairing
      When the Unpair button of the second pairing is pressed
      Then the POS has called POST /v1/unpair over that pairing

    @PL-SCI-16 @mandatory
    Scenario: 204 on unpair leads to the unpaired state
      "To remove a pairing, call POST /v1/unpair. A successful response returns 204 No Content."
      SCI integration guide

      Given the POS is paired
      When the POS unpairs, and is answered 204
      Then the POS shows that pairing no more
      And the POS has a field for the pairing code again

  Rule: Transactions, and a pairing that was removed elsewhere

    @SCIMULTI03 @mandatory
    Scenario: pairing-info before a transaction
      "Before navigating to the pairing section of your POS and before initiating a transaction, call GET /pairing-info to verify the pairing is still active"
      SCI integration guide

      Given the POS is paired, and is where sales are made
      When a purchase of 10.00 is started on the POS
      Then the POS has called GET /v1/pairing-info over that pairing before POST /v1/transactions

    @PL-SCI-11 @mandatory
    Scenario: Pairing removed elsewhere: a clear error
      "Pairing has been unpaired externally: Clear error shown when navigating to the pairing section or before initiating a transaction (detected via GET /pairing-info)"
      SCI integration guide

      Given the POS is paired, and is where sales are made
      When the pairing is removed on the terminal
      Then the POS says so when its pairing section is opened, or before a transaction

    @SCITX01 @mandatory
    Scenario: The exact text "No active pairings found"
      "A transaction without an active pairing shows the exact text "No active pairings found"."
      the vendor's public documents

      Given the POS is paired, and is where sales are made
      When the pairing is removed on the terminal
      And a purchase of 10.00 is started on the POS
      Then the POS shows "No active pairings found", which it did not before

  Rule: Secrets

    @PL-SCI-12 @mandatory
    Scenario: API key and secrets neither visible nor editable
      "API key and secrets are not visible or editable in the UI."
      the vendor's public documents

      Given every screen of the POS has been looked at, unpaired and paired
      Then the POS has shown neither an API key nor a signing secret, and has let none be edited
