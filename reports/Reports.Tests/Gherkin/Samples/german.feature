# language: de
@kasse
Funktionalität: Eine Kasse koppeln

  Grundlage:
    Angenommen eine Kasse

  Szenariogrundriss: <wer> koppelt
    Wenn <wer> den Code eingibt
    Dann zeigt die Kasse "Gekoppelt"
    Und die Anzeige ist leer

    Beispiele:
      | wer       |
      | die Chefin |
