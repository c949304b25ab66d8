@sci @certification @browser
Feature: Certification of a POS for Simple Cloud Integration
  What a POS must do to be certified. Each scenario is one rule: its first tag is the rule's id, its second says how much the rule
  is demanded. Ids that begin with SCI are the vendor's public ones; the wording of the official list is not public, so the others,
  PL-SCI-…, are the lab's own. Rule set 4, of 2026-11-28.
  The sentence that a rule comes from stands in quotation marks, under it where it is written, and what makes POSs fail it.
  What the maker declares (docs/certification.md) chooses which transactions are asked for.

  Rule: The pairing screen of a POS without a pairing

    @SCIPAIRING02 @mandatory
    Scenario: Name and logo of SCI
      "SCI branding - the name "Simple Cloud Integration" must be displayed, along with the SCI logo below."
      SCI integration guide
            Known causes: the name stands only in the logo; the logo is smaller than 16 pixels or did not load

      Given the POS has no pairing, and its pairing section is open
      Then the POS shows "Simple Cloud Integration"
      And the POS shows the SCI logo

    @PL-SCI-01 @mandatory
    Scenario: Pairing Code field
      "The pairing screen must display: A Pairing Code input field - mandatory"
      SCI integration guide
            Known causes: the field is on another page than the pairing section; the description names it by another label

      Given the POS has no pairing, and its pairing section is open
      Then the POS has a field for the pairing code

    @SCIPAIRING09 @recommended
    Scenario: Pairing instructions
      "Pairing instructions - recommended; show the merchant how to initiate pairing from the terminal (optional for certification — SCIPAIRING09)"
      SCI integration guide
            Known causes: the instructions are in a manual or a tooltip only

      Given the maker says that the POS shows pairing instructions
      And the POS has no pairing, and its pairing section is open
      Then the POS shows how to initiate pairing from the terminal

    @PL-SCI-09 @mandatory
    Scenario: Invalid code: the API's own text
      "Invalid pairing code entered: Error from API: "Pairing not found: Pairing not found""
      SCI integration guide
            Known causes: the POS has a text of its own for 404; the text always stands there; it shows error.code and not
      error.message

      Given the POS has no pairing, and its pairing section is open
      When a pairing code that no terminal shows is entered
      Then the pairing service has answered the POS 404
      And the POS shows "Pairing not found: Pairing not found", which it did not before

    @PL-SCI-02 @optional
    Scenario: Pairing Nickname field, and the nickname is sent
      "The pairing screen must display: A Pairing Nickname input field - optional"
      SCI integration guide
            Known causes: the nickname is kept on the POS and not sent as pairing_nickname

      Given the maker says that the POS has a field for the pairing nickname
      And the POS has no pairing, and its pairing section is open
      Then the POS has a field for the pairing nickname
      When a pairing code that no terminal shows is entered with the nickname "Front Bar"
      Then the POS has sent "Front Bar" as pairing_nickname

    @PL-SCI-10 @mandatory
    Scenario: Connectivity failure: a clear message
      "Network/connectivity failure: Suggested: "Please check network and terminal connections and try again""
      SCI integration guide
            Known causes: the error of the HTTP client is shown or logged, and no message; the request waits without a limit

      Given the POS has no pairing, and its pairing section is open
      When the network between the POS and SCI breaks
      And a pairing code that no terminal shows is entered
      Then the POS shows its message for a connectivity failure

  Rule: A pairing that is being made

    @PL-SCI-15 @mandatory
    Scenario: Confirmation code shown
      "A confirmation code is displayed in the API response and simultaneously on the terminal. The merchant verifies they match, then confirms on the terminal to complete the pairing."
      SCI integration guide
            Known causes: the POS treats 200 as paired and goes on without showing confirmation_code

      Given the POS has sent the pairing code of a terminal
      Then the POS shows the confirmation code

    @PL-SCI-04 @mandatory
    Scenario: Cancel button
      "The pairing that is being made can be cancelled by a Cancel button."
      the vendor's public documents
            Known causes: Cancel is there only before the code was sent

      Given the POS has sent the pairing code of a terminal
      Then the POS has a Cancel button

    @SCIPAIRING07 @mandatory
    Scenario: Cancel unpairs and leaves no incomplete record
      "Cancel also calls unpair and leaves no incomplete record."
      the vendor's public documents
            Known causes: Cancel only closes the page; the record was saved when the code was sent

      Given the POS has sent the pairing code of a terminal
      When the pairing is cancelled on the POS
      Then the POS has called POST /v1/unpair over that pairing
      And the POS has no record of that pairing

    @PL-SCI-03 @mandatory
    Scenario: Test button calls pairing-info
      "Your POS will display a test button which calls GET /v1/pairing-info."
      SCI integration guide
            Known causes: the POS calls pairing-info by a timer, and the button only looks at what that found

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
            Known causes: the message goes away before it can be read; it always stands there

      Given the POS has just been paired
      Then the POS shows its success message

    @PL-SCI-06 @mandatory
    Scenario: Pairing Nickname and Pairing ID shown
      "Once pairing is complete, the screen must display: Pairing Nickname and Pairing ID - mandatory"
      SCI integration guide
            Known causes: the pairing id is kept and not shown

      Given the POS has just been paired
      Then the POS shows the pairing nickname
      And the POS shows the pairing id

    @PL-SCI-07 @optional
    Scenario: TID and Terminal Nickname shown
      "Once pairing is complete, the screen must display: TID and Terminal Nickname - optional"
      SCI integration guide
            Known causes: TID and terminal nickname are kept and not shown

      Given the POS has just been paired
      Then the POS shows the TID
      And the POS shows the terminal nickname

    @PL-SCI-14 @mandatory
    Scenario: The response's values are stored
      "On success, the API returns a pairing response (see fields below). Your POS must store these values."
      SCI integration guide
            Known causes: key_id, part B or the base URL is kept in memory or in the tab only

      Given the POS is paired
      When the POS is restarted, and its pairing section is opened
      Then the POS still has that pairing
      And the POS can call GET /v1/pairing-info over that pairing

    @SCIPAIRING10 @mandatory
    Scenario: pairing-info when the pairing section is opened
      "Before navigating to the pairing section of your POS and before initiating a transaction, call GET /pairing-info to verify the pairing is still active"
      SCI integration guide
            Known causes: pairing-info is called when the program starts, or by a timer; a single-page POS does not notice that
      the section was opened

      Given the POS is paired, and is away from its pairing section
      When the pairing section of the POS is opened
      Then the POS has called GET /v1/pairing-info over that pairing, each time that it is opened

  Rule: Several pairings, and their end on the POS

    @PL-SCI-13 @mandatory
    Scenario: Base URL stored per pairing
      "Must be stored per pairing. The base URL for all SCI API requests for this terminal. Different terminals may return different URLs."
      SCI integration guide
            Known causes: the base URL is a setting of the whole POS; the last pairing overwrites it

      Given the POS is paired with two terminals whose base URLs differ
      When each pairing is tested
      Then each request has gone to the base URL of its pairing

    @PL-SCI-08 @mandatory
    Scenario: Unpair button for each pairing
      "Once pairing is complete, the screen must display: An Unpair button - mandatory"
      SCI integration guide
            Known causes: one button for all pairings; the request is signed with the key of another pairing

      Given the POS is paired with two terminals whose base URLs differ
      Then the POS has an Unpair button for each pairing
      When the Unpair button of the second pairing is pressed
      Then the POS has called POST /v1/unpair over that pairing

    @PL-SCI-16 @mandatory
    Scenario: 204 on unpair leads to the unpaired state
      "To remove a pairing, call POST /v1/unpair. A successful response returns 204 No Content."
      SCI integration guide
            Known causes: 204 has no body, and reading one as JSON fails

      Given the POS is paired
      When the POS unpairs, and is answered 204
      Then the POS shows that pairing no more
      And the POS has a field for the pairing code again

  Rule: Transactions, and a pairing that was removed elsewhere

    @SCIMULTI03 @mandatory
    Scenario: pairing-info before a transaction
      "Before navigating to the pairing section of your POS and before initiating a transaction, call GET /pairing-info to verify the pairing is still active"
      SCI integration guide
            Known causes: pairing-info is called by a timer or at the start of the program, and its last answer is trusted

      Given the POS is paired, and is where sales are made
      When a purchase of 10.00 is started on the POS
      Then the POS has called GET /v1/pairing-info over that pairing before POST /v1/transactions

    @PL-SCI-11 @mandatory
    Scenario: Pairing removed elsewhere: a clear error
      "Pairing has been unpaired externally: Clear error shown when navigating to the pairing section or before initiating a transaction (detected via GET /pairing-info)"
      SCI integration guide
            Known causes: the pairing is taken away in silence after 401

      Given the POS is paired, and is where sales are made
      When the pairing is removed on the terminal
      Then the POS says so when its pairing section is opened, or before a transaction

    @SCITX01 @mandatory
    Scenario: The exact text "No active pairings found"
      "A transaction without an active pairing shows the exact text "No active pairings found"."
      the vendor's public documents
            Known causes: the POS has a text of its own for 401; the message is shown on another page than the sale

      Given the POS is paired, and is where sales are made
      When the pairing is removed on the terminal
      And a purchase of 10.00 is started on the POS
      Then the POS shows "No active pairings found", which it did not before

  Rule: Transactions, as the maker declares them

    @PL-SCI-17 @mandatory
    Scenario: A purchase and its approval
      "Purchase is one of the four features that a POS must have; its amount is purchase_amount, in cents."
      the vendor's public documents
      Known causes: the amount is sent in dollars; tip or surcharge is in the amount; the POS stops to poll after the first answer

      Given the POS is paired, and is where sales are made
      When a purchase of 10.00 is started on the POS
      Then the POS has asked for purchase_details with purchase_amount 1000
      When it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-18 @mandatory
    Scenario: Declined and cancelled
      "Approved, declined and cancelled transactions are handled."
      the vendor's public documents
      Known causes: every result but APPROVED is taken for a transaction that is still under way

      Given the POS is paired, and is where sales are made
      When a purchase of 11.00 is started on the POS
      And it is declined on the terminal
      Then the POS shows that it was declined
      Given the POS is paired, and is where sales are made
      When a purchase of 12.00 is started on the POS
      And it is cancelled on the terminal
      Then the POS shows that it was cancelled

    @PL-SCI-19 @mandatory
    Scenario: Refund
      "A request carries exactly one kind of details: refund_details with refund_amount for a refund."
      the vendor's public documents
      Known causes: a refund is sent as a purchase with a negative amount; it carries tip or surcharge

      Given the maker declares the refund
      And the POS is paired, and is where sales are made
      When a refund of 7.50 is started on the POS
      Then the POS has asked for refund_details with refund_amount 750
      When it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-20 @mandatory
    Scenario: Cash-out
      "A request carries exactly one kind of details: cashout_details with cashout_amount for a cash-out."
      the vendor's public documents
      Known causes: a cash-out is sent as a purchase

      Given the maker declares the cash-out
      And the POS is paired, and is where sales are made
      When a cash-out of 20.00 is started on the POS
      Then the POS has asked for cashout_details with cashout_amount 2000
      When it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-21 @mandatory
    Scenario: MOTO by a button of its own
      "A mail order or telephone order has a button of its own, and is sent as moto_details with moto_amount."
      the vendor's public documents
      Known causes: MOTO is sent as a purchase; it is an option that the next purchase keeps

      Given the maker declares the MOTO purchase
      And the POS is paired, and is where sales are made
      When a MOTO purchase of 15.00 is started on the POS
      Then the POS has asked for moto_details with moto_amount 1500
      When it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-29 @mandatory
    Scenario: Purchase with cash-out
      "A request carries exactly one kind of details: purchase_with_cashout_details with purchase_amount and cashout_amount."
      the vendor's public documents
      Known causes: the cash is added to purchase_amount; the details of a purchase and those of a cash-out are sent together

      Given the maker declares the purchase with cash-out
      And the POS is paired, and is where sales are made
      When a purchase of 10.00 with 20.00 in cash is started on the POS
      Then the POS has asked for purchase_with_cashout_details with purchase_amount 1000 and cashout_amount 2000
      When it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-22 @mandatory
    Scenario: TRANSACTION_REFUSED is shown
      "TRANSACTION_REFUSED is shown."
      the vendor's public documents
      Known causes: every error of the API gets one text of the POS's own

      Given the POS is paired, and is where sales are made
      And the terminal is busy
      When a purchase of 10.00 is started on the POS
      Then the POS shows "Transaction refused: The payment device is busy", which it did not before

    @PL-SCI-23 @mandatory
    Scenario: DEVICE_NOT_CONNECTED is shown
      "DEVICE_NOT_CONNECTED is shown."
      the vendor's public documents
      Known causes: every error of the API gets one text of the POS's own; 424 is taken for a pairing that was removed

      Given the POS is paired, and is where sales are made
      And the terminal is offline
      When a purchase of 10.00 is started on the POS
      Then the POS shows "The payment device is not connected.", which it did not before

    @SCIREC03 @mandatory
    Scenario: The override is offered in time, and not sooner
      "Offer the override 60 seconds after the last successful answer, and 20 seconds after Cancel."
      the vendor's public clients
      Known causes: seconds are counted from the start of the transaction; failed polls count as answers; Cancel ends the polling

      Given the POS is paired, and is where sales are made
      And the terminal asks for a tip
      When a purchase of 10.00 is started on the POS, and its clock is the lab's
      And the customer answers 40 seconds later, and the POS hears of it
      And the network between the POS and SCI breaks
      Then the POS offers the override 60 seconds after the last answer, and not before
      When the merchant says that it was successful
      Then the POS asks no more
      When the network between the POS and SCI works again
      Given the POS is paired, and is where sales are made
      And the terminal takes its time
      When a purchase of 10.00 is started on the POS, and its clock is the lab's
      And the transaction is cancelled on the POS
      Then the POS offers the override 20 seconds after Cancel, and not before

    @PL-SCI-25 @mandatory
    Scenario: Signature on the POS
      "The signature is verified on the POS side; the buttons of the form are shown, and a submit_url button posts."
      the vendor's public documents
      Known causes: AWAITING_POS is taken for PENDING; only buttons that the POS knows by name are shown

      Given the maker declares signatures on the POS
      And the POS is paired, and is where sales are made
      When a purchase of 13.00 is started on the POS
      And the customer signs
      Then the POS offers to accept and to reject the signature
      When the signature is accepted on the POS
      Then the POS shows that it was approved

    @PL-SCI-31 @mandatory
    Scenario: The receipt to be signed
      "Receipts are printed, shown or stored; the receipt to be signed comes as an automatic action or at a button of the form."
      the vendor's public documents
      Known causes: merchant_receipt is read when the transaction has ended only; automatic actions are passed over

      Given the maker declares signatures on the POS
      And the POS is paired, and is where sales are made
      When a purchase of 18.00 is started on the POS
      And the customer signs
      Then the POS gives the receipt to be signed

    @PL-SCI-32 @mandatory
    Scenario: Signature on the terminal
      "With verify_signature_on_terminal the merchant judges the signature on the terminal, and the POS goes on polling."
      the vendor's public documents
      Known causes: the setting is kept on the POS and not sent; a POS that expects AWAITING_POS stops to poll

      Given the maker declares signatures on the terminal
      And the POS is paired, and is where sales are made
      And signatures are judged on the terminal
      When a purchase of 19.00 is started on the POS
      Then the POS has asked for verify_signature_on_terminal
      When the customer signs
      And the signature is accepted on the terminal
      Then the POS shows that it was approved

    @PL-SCI-30 @mandatory
    Scenario: Receipts
      "Receipts are printed, shown or stored: merchant_receipt and customer_receipt, at the buttons of the form."
      the vendor's public documents
      Known causes: only one of the two is given; the POS writes a receipt of its own

      Given the POS is paired, and is where sales are made
      When a purchase of 18.50 is started on the POS
      And it is approved on the terminal
      Then the POS shows that it was approved
      And the POS gives the merchant's and the customer's receipt

    @PL-SCI-35 @mandatory
    Scenario: Texts, fields and pictures of a form
      "The form is rendered with all four element types; a submit_url button posts all inputs by name, untouched ones too."
      the vendor's public documents
      Known causes: only buttons are shown; fields that were not touched are left out; they are sent by their labels

      Given the POS is paired, and is where sales are made
      And the terminal brings a form with every kind of element
      When a purchase of 20.00 is started on the POS
      Then the POS shows every element of the form
      When the first field of the form is filled in, and the form is sent
      Then the POS has sent every field by its name, the untouched one too
      And the POS shows that it was approved

    @PL-SCI-36 @recommended
    Scenario: Which pairing, terminal and transaction it is
      "Pairing ID, Transaction ID and TID are visible during a transaction and after it."
      the vendor's public clients
      Known causes: the details of the form are passed over; they are shown at the end only

      Given the POS is paired, and is where sales are made
      When a purchase of 21.00 is started on the POS
      Then the POS shows which pairing, terminal and transaction it is
      When it is approved on the terminal
      Then the POS shows that it was approved
      And the POS shows which pairing, terminal and transaction it is

    @PL-SCI-33 @mandatory
    Scenario: Settlement
      "A settlement is asked for with the type SETTLEMENT, and polled like a transaction."
      the vendor's public clients
      Known causes: it is polled at /v1/transactions; its result has no result_amounts, and reading them fails

      Given the maker declares the settlement
      And the POS is paired, and is where sales are made
      When a settlement is started on the POS
      Then the POS has asked for the type SETTLEMENT
      When the terminal tells its totals
      Then the POS shows that the settlement is complete
      And the POS gives the receipt with the totals

    @PL-SCI-34 @mandatory
    Scenario: Settlement enquiry
      "An enquiry is asked for with the type ENQUIRY, and polled like a transaction."
      the vendor's public clients
      Known causes: the enquiry settles; an empty enquiry_date is sent

      Given the maker declares the settlement enquiry
      And the POS is paired, and is where sales are made
      When a settlement enquiry is started on the POS
      Then the POS has asked for the type ENQUIRY
      When the terminal tells its totals
      Then the POS shows that the settlement enquiry is complete
      And the POS gives the receipt with the totals

    @PL-SCI-26 @mandatory
    Scenario: Cancel settles nothing by itself
      "Cancel settles nothing by itself: the POS keeps polling, and may still get APPROVED."
      the vendor's public clients
      Known causes: the POS closes the transaction when Cancel is pressed, or when cancel is answered

      Given the POS is paired, and is where sales are made
      And the terminal takes its time
      When a purchase of 14.00 is started on the POS
      And the transaction is cancelled on the POS
      And it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-27 @mandatory
    Scenario: Recovery after a broken network
      "Transaction Recovery is one of the four features that a POS must have."
      the vendor's public documents
      Known causes: one failed poll ends the polling; an exception in a background task is lost

      Given the POS is paired, and is where sales are made
      When a purchase of 16.00 is started on the POS
      And the network between the POS and SCI breaks
      And it is approved on the terminal
      And the network between the POS and SCI works again, for two minutes
      Then the POS shows that it was approved

    @PL-SCI-28 @mandatory
    Scenario: Recovery after a restart
      "Transaction Recovery is one of the four features that a POS must have."
      the vendor's public documents
      Known causes: the transaction id is kept in memory only; it is stored when the result is there, and not when it begins

      Given the POS is paired, and is where sales are made
      When a purchase of 17.00 is started on the POS
      And the POS is restarted in the middle of it
      And it is approved on the terminal
      Then the POS shows that it was approved

    @PL-SCI-24 @mandatory
    Scenario: The declaration and the POS agree
      "What the maker does not declare is neither offered nor asked for."
      the lab's own
      Known causes: a function was switched on after the declaration was written

      Given the POS is paired, and is where sales are made
      Then the POS offers no transaction that is not declared
      And the POS has never asked for a transaction that is not declared

  Rule: Secrets

    @PL-SCI-12 @mandatory
    Scenario: API key and secrets neither visible nor editable
      "API key and secrets are not visible or editable in the UI."
      the vendor's public documents
            Known causes: a page of settings shows the key; the browser signs, and so gets the secret; a secret stands in a hidden
      field

      Given every screen of the POS has been looked at, unpaired and paired
      Then the POS has shown neither an API key nor a signing secret, and has let none be edited
