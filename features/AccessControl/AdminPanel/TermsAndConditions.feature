@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Terms & Conditions
  This tab displays the Terms and Conditions required for access and usage of the management portal.

  Background:
    Given MACS with a lounge and a fast line

  Rule: Consent needs the documents

    Scenario: An Issuer signs in before there is anything to consent to
      Given Carla, an Issuer, has a new account
      When Carla signs in
      Then Carla reads "There are no documents to consent to yet: ask an Admin to add both"
      And Carla is not offered "Continue"
      When an Admin adds Terms and Conditions and a Privacy Policy
      And Carla opens the page /admin/consent
      Then Carla is offered "Continue"

  Rule: Consent to both documents is required at the first sign-in

    Background:
      Given an Admin has added Terms and Conditions and a Privacy Policy

    Scenario Outline: A <role> signs in for the first time
      Given Carla, a <role>, has a new account
      When Carla signs in
      Then Carla reads "Consent to both documents is required to proceed with using the portal."
      When Carla opens the page /admin/operations
      Then Carla reads "Consent to both documents is required to proceed with using the portal."
      When Carla fills in
        | field                             | text |
        | I accept the Terms and Conditions | on   |
        | I accept the Privacy Policy       | on   |
      And Carla chooses "Continue"
      And Carla opens the tab Operations
      And Carla signs out
      And Carla signs in
      And Carla opens the tab Operations
      Then Carla is in the admin panel

      Examples:
        | role             |
        | Issuer           |
        | Service Provider |
        | Call Center      |

    Scenario Outline: Only <document> is accepted
      Given Carla, an Issuer, has a new account
      When Carla signs in
      And Carla fills in
        | field      | text |
        | <document> | on   |
      And Carla chooses "Continue"
      Then Carla is told at the field "<other>": "Consent to both documents is required to proceed with using the portal."

      Examples:
        | document                          | other                             |
        | I accept the Terms and Conditions | I accept the Privacy Policy       |
        | I accept the Privacy Policy       | I accept the Terms and Conditions |

    Scenario Outline: A <role> is not asked
      Given Carla, a <role>, has a new account
      When Carla signs in
      And Carla opens the tab Operations
      Then Carla is in the admin panel

      Examples:
        | role  |
        | Admin |
        | User  |

  Rule: A version that became valid later is consented to anew

    Background:
      Given an Admin has added Terms and Conditions and a Privacy Policy

    Scenario: New Terms and Conditions while an Issuer is signed in
      Given Carla, an Issuer, is signed in
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      And Carla opens the page /admin/cards
      Then Carla reads "There is a newer version than the one you have accepted."
      When Carla fills in
        | field                             | text |
        | I accept the Terms and Conditions | on   |
        | I accept the Privacy Policy       | on   |
      And Carla chooses "Continue"
      Then Carla reads "Enrolled cards"
      When Alice opens the tab Operations
      Then Alice is in the admin panel

    Scenario: A version of tomorrow is asked for tomorrow
      Given Carla, a Service Provider, has an account
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice fills in
        | field    | text           |
        | Document | Privacy Policy |
        | Date     | 2026-01-06     |
      And Alice puts the file "privacy-2.txt" into the field "File"
      And Alice chooses "Add document"
      And Carla signs in
      Then Carla is in the admin panel
      When Carla signs out
      And 1 day passes
      And Carla signs in
      Then Carla reads "There is a newer version than the one you have accepted."

  Rule: Admin and User manage the documents

    Scenario Outline: A <role> adds Terms and Conditions
      Given Alice, a <role>, is signed in
      When Alice opens the tab Terms & Conditions
      And Alice chooses "Add a document"
      And Alice fills in
        | field | text       |
        | Date  | 2026-01-05 |
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice sees in the table "Documents"
        | Document             | Date       | File        | Status | Added by           |
        | Terms and Conditions | 2026-01-05 | terms-1.txt | VALID  | alice@macs.example |

      Examples:
        | role  |
        | Admin |
        | User  |

    Scenario: A new file for the same date replaces the version of that date
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      And 1 minute passes
      And Alice opens the page /admin/terms/new
      And Alice puts the file "terms-2.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice sees in the table "Documents"
        | Document             | Date       | File        | Status |
        | Terms and Conditions | 2026-01-05 | terms-2.txt | VALID  |

    Scenario: The newest file of a date is valid while the clock stands, too
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      And Alice opens the page /admin/terms/new
      And Alice puts the file "terms-2.txt" into the field "File"
      And Alice chooses "Add document"
      And Alice opens the page /admin/terms/new
      And Alice puts the file "terms-3.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice sees in the table "Documents"
        | Document             | Date       | File        | Status |
        | Terms and Conditions | 2026-01-05 | terms-3.txt | VALID  |

    Scenario: A document of a later date is not valid yet
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      And Alice opens the page /admin/terms/new
      And Alice fills in
        | field | text       |
        | Date  | 2026-02-01 |
      And Alice puts the file "terms-2.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice sees in the table "Documents"
        | Date       | File        | Status |
        | 2026-02-01 | terms-2.txt |        |
        | 2026-01-05 | terms-1.txt | VALID  |

    Scenario: Documents can not be edited or deleted
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice is not offered "Edit"
      And Alice is not offered "Delete"

    Scenario: A file that is neither PDF nor text
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/terms/new
      And Alice puts a picture into the field "File"
      And Alice chooses "Add document"
      Then Alice is told at the field "File": "File must be a PDF or a plain text in UTF-8."
