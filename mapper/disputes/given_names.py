"""Given names common in world news, to tell a surname from a place. General knowledge."""

from __future__ import annotations

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    Aaron Abdul Abdullah Abigail Abraham Adam Adele Adrian Agnes Ahmed Aidan Aiko Aisha Akira Alan
    Albert Alberto Aleksandr Alex Alexander Alexandra Alexei Alfonso Alfred Ali Alice Alicia Alison
    Alistair Alma Amanda Amber Amir Amit Amy Ana Anastasia Andre Andrea Andreas Andrei Andrew Andy
    Angela Angelo Anita Ann Anna Anne Annie Anthony Antonio Anwar April Arif Arlene Arlette Armando
    Arnold Arthur Artemio Arturo Ashley Asif Audrey Barbara Barry Beatrice Becky Ben Benjamin Bernard
    Bernie Beth Betty Beverly Bill Billy Bob Bobby Boris Brad Bradley Brandon Brenda Brent Brett Brian
    Bridget Bruce Bruno Bryan Calvin Cameron Carl Carla Carlos Carmen Carol Caroline Carolyn Carrie
    Catherine Cecilia Charles Charlie Chloe Chris Christian Christina Christine Christopher Cindy Claire
    Clara Claude Claudia Clayton Clifford Clint Colin Connie Connor Craig Cristina Crystal Curtis
    Cynthia Daisuke Dale Dan Dana Daniel Daniela Danielle Danny Darren Dave David Dawn Dean Debbie
    Deborah Debra Deepak Denis Denise Dennis Derek Diana Diane Dick Dieter Dimitri Dmitry Dominic Don
    Donald Donna Doris Dorothy Doug Douglas Dustin Dylan Earl Eddie Edgar Edith Eduardo Edward Edwin
    Eileen Elaine Eleanor Elena Eli Elias Elizabeth Ellen Elliott Emily Emma Emmanuel Enrique Eric Erica
    Erik Ernest Esther Ethan Eugene Eva Evan Evelyn Farah Fatima Faisal Felix Fernando Fiona Francesca
    Francis Francisco Frank Franz Fred Frederick Gabriel Gail Garry Gary Gavin Gene Geoff Geoffrey
    George Gerald Gerard Gilbert Giovanni Giuseppe Glen Glenn Gloria Gordon Grace Graham Grant Greg
    Gregory Guillermo Gustavo Hannah Hans Harold Harriet Harry Harvey Hassan Hazel Heather Hector Heidi
    Heinrich Helen Henri Henry Herbert Hiroshi Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Ingrid
    Irene Isaac Isabel Ivan Jack Jackie Jacob Jacques Jaime James Jamie Jan Jane Janet Janice Jared
    Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim
    Jimmy Jo Joan Joanna Joao Joe Joel Johan Johann John Johnny Jon Jonas Jonathan Jorge Jose Josef
    Joseph Josh Joshua Joyce Juan Judith Judy Julia Julian Julie June Justin Karen Karim Karl Kate
    Katherine Kathleen Kathryn Kathy Katie Kazuo Keith Kelly Ken Kenji Kenneth Kerry Kevin Khaled Kim
    Kirk Klaus Kristen Kumar Kurt Kyle Lance Larry Laura Lauren Lawrence Leah Lee Leo Leon Leonard
    Leslie Lewis Liam Linda Lindsay Lisa Liz Lloyd Lois Lori Louis Louise Lucas Lucia Lucy Luigi Luis
    Luke Lynn Mahmoud Malcolm Manuel Marc Marcel Marcia Marco Marcus Margaret Maria Marian Marie Marilyn
    Mario Marion Mark Marta Martha Martin Marvin Mary Masahiro Mathew Matt Matthew Maureen Maurice Max
    Maxim May Megan Mehmet Melanie Melissa Menahem Michael Michel Michelle Miguel Mike Mikhail Milan
    Mohamed Mohammad Mohammed Moira Molly Monica Morgan Moshe Muhammad Mustafa Nadia Nancy Naomi Natalie
    Natasha Nathan Neil Nelson Nicholas Nick Nicola Nicole Nigel Nikolai Nina Noah Noam Nora Norma
    Norman Oleg Oliver Olga Olivia Omar Orlando Oscar Osman Otto Owen Pablo Pamela Pat Patricia Patrick
    Paul Paula Pauline Pedro Peggy Penny Percy Perry Pete Peter Phil Philip Phillip Phyllis Pierre Piers
    Rachel Rafael Rajesh Ralph Ramon Randy Raul Ravi Ray Raymond Rebecca Reginald Rhonda Ricardo Richard
    Rick Ricky Rita Rob Robert Roberto Robin Rod Rodney Roger Roland Ron Ronald Ronnie Rosa Rose
    Rosemary Ross Roy Ruben Rudolf Russell Ruth Ryan Sabrina Sally Salman Salvador Sam Samantha Samir
    Samuel Sandra Sanjay Sara Sarah Satoshi Saul Scott Sean Sebastian Sergei Sergio Shane Shannon Sharon
    Shaun Sheila Shelley Sherry Shirley Sidney Silvia Simon Simone Sofia Sonia Sophia Sophie Stacy Stan
    Stefan Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Susan Suzanne Svetlana Sylvia
    Takashi Takako Tamara Tammy Tanya Tara Tariq Tatiana Ted Teresa Terence Terry Thelma Theodore
    Theresa Thomas Tiffany Tim Timothy Tina Todd Tom Tommy Toni Tony Tracy Travis Trevor Tyler Ursula
    Valerie Vanessa Vera Vernon Veronica Victor Vijay Vincent Viktor Vivian Vladimir Walter Wanda Warren
    Wayne Wendy Werner Wilhelm William Willie Wolfgang Yair Yasmin Yasser Yitzhak Yoko Yosef Yuki Yumiko
    Yuri Yusuf Yvonne Zachary Zoe
    Abdallah Adebayo Aditi Agnieszka Ahmad Akiko Alejandro Aleksandra Amina Ananya Andrzej Angelica Anil
    Antoine Arjun Asha Ayumi Aziz Beatriz Bilal Bogdan Camila Chiara Chiyo Claudio Dae-jung Deepika Dmytro
    Elif Emi Enzo Esteban Farid Federico Fumiko Gabriela Hamid Haruka Haruki Haruto Hideki Hitomi Ibrahima
    Ines Irina Isabella Ismail Jin-woo Joaquin Kamal Kaori Katarzyna Kaveh Keiko Kenta Khalid Kofi Kumiko
    Kwame Laila Layla Leila Lucie Ludmila Luisa Makoto Manoj Mariam Mariko Marko Mateo Mayumi Mehdi Meera
    Mei Michiko Min-jun Mirjana Mohan Mwangi Naoko Nasser Natalia Neha Ngozi Nikita Nobuo Noriko Olena Olivia
    Oksana Omari Pavel Piotr Pooja Priya Rahul Rania Reza Rina Ruslan Ryo Ryota Sachiko Sakura Salim Sayaka
    Selim Seo-yeon Shota Siddharth Soo-jin Sunita Taras Tatsuya Thabo Tomoko Tomasz Usha Vikram Viktoria
    Volodymyr Wei Yaakov Yael Yoshiko Youssef Yuko Yumi Zainab Zeynep Zoltan
    """.split()
)
"""Names that are also well-known places (Jordan, Israel, Florence, Sydney) are left out."""
